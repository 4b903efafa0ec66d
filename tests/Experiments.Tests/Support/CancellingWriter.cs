using System.Globalization;

namespace MlNetFashion.Experiments.Tests.Support;

/// <summary>Asks for a stop, as Ctrl-C does, once a given text has been printed.</summary>
internal sealed class CancellingWriter(string trigger, CancellationTokenSource source) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        base.Write(value);
        Look();
    }

    public override void Write(char[] buffer, int index, int count)
    {
        base.Write(buffer, index, count);
        Look();
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        base.Write(buffer);
        Look();
    }

    public override void Write(string? value)
    {
        base.Write(value);
        Look();
    }

    private void Look()
    {
        if (!source.IsCancellationRequested && ToString().Contains(trigger, StringComparison.Ordinal))
            source.Cancel();
    }
}
