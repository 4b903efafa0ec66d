namespace Microsoft.ML.Data;

/// <summary>Parsed batches in the order of the file. With threads, lines are read by one task after another and parsed by as many as there are
/// processors, a few batches ahead of whoever takes them.</summary>
internal sealed class TextBatches : IDisposable
{
    private readonly TextLines _lines;
    private readonly TextFormat _format;
    private readonly TextBinding?[] _bindings;
    private readonly Queue<Task<TextBatch?>> _ahead = new();
    private readonly Stack<TextBatch> _free = new();
    private readonly int _depth;
    private Task _reading = Task.CompletedTask;
    private bool _ended;

    /// <param name="format">How lines are read.</param>
    /// <param name="bindings">The columns; null for those that are not needed.</param>
    /// <param name="source">The files.</param>
    internal TextBatches(TextFormat format, TextBinding?[] bindings, IMultiStreamSource source)
    {
        _format = format;
        _bindings = bindings;
        _lines = new TextLines(format, source);
        _depth = format.UseThreads ? Environment.ProcessorCount + 1 : 0;
    }

    /// <summary>The next batch, or null at the end. It stays valid until it is given back.</summary>
    internal TextBatch? Next()
    {
        if (_ended)
            return null;
        if (_depth == 0)
        {
            var batch = Rent();
            _ended = !_lines.Fill(batch);
            return _ended ? null : Parsed(batch);
        }

        while (_ahead.Count < _depth)
            _ahead.Enqueue(Produce());
        var next = _ahead.Dequeue().GetAwaiter().GetResult();
        _ended = next is null;
        return next;
    }

    internal Delegate CreateGetter(TextPosition position, int column) => TextColumn.Create(_bindings[column]!, _format).CreateGetter(position, column);

    internal void GiveBack(TextBatch batch) => _free.Push(batch);

    public void Dispose()
    {
        // Whatever still runs must have let go of the files before they are closed.
        foreach (var task in _ahead)
            task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait();
        _lines.Dispose();
    }

    private Task<TextBatch?> Produce()
    {
        var batch = Rent();
        var reading = _reading.ContinueWith(
            before => before.IsFaulted ? Task.FromException<bool>(before.Exception!.InnerException!) : Task.FromResult(_lines.Fill(batch)),
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default).Unwrap();
        _reading = reading;
        return Parse(reading, batch);
    }

    private async Task<TextBatch?> Parse(Task<bool> reading, TextBatch batch) =>
        await reading.ConfigureAwait(false) ? await Task.Run(() => Parsed(batch)).ConfigureAwait(false) : null;

    private TextBatch Rent()
    {
        if (_free.TryPop(out var batch))
            return batch;
        return new TextBatch { Columns = Array.ConvertAll(_bindings, binding => binding is null ? null : TextColumn.Create(binding, _format)) };
    }

    private TextBatch Parsed(TextBatch batch)
    {
        var lim = 0;
        foreach (var binding in _bindings)
            lim = Math.Max(lim, binding?.FieldLim ?? 0);
        var fields = new TextFields(_format, lim);
        foreach (var column in batch.Columns)
            column?.Begin();
        if (lim == 0 && !_format.AllowQuoting)
            return batch;
        foreach (var line in batch.Lines)
        {
            fields.Split(batch, line);
            foreach (var column in batch.Columns)
                column?.Parse(batch, line, fields);
        }

        return batch;
    }
}
