using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace MlNetFashion.Pipelines;

/// <summary>
/// Fetches published files. A file arrives as NAME.part, is taken up again where it was cut (HTTP Range), and gets its name only when
/// its MD5 is the published one. A machine without network is told so within a few seconds, whatever the number of addresses.
/// </summary>
internal sealed class Downloader : IDisposable
{
    private readonly HttpClient _client;
    private readonly DownloaderSettings _settings;

    /// <summary>Whether any address has answered; until then patience is short and nothing is tried twice.</summary>
    private bool _reached;

    public Downloader(DownloaderSettings? settings = null)
    {
        _settings = settings ?? new DownloaderSettings();
        // Whole answers are bounded by the time between two pieces, not by the time of the whole, which depends on the line.
        _client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("MlNetFashion", "0.1"));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Fetches into <paramref name="folder"/> those of the files that are not there yet.</summary>
    /// <exception cref="DownloadException">No address gave a file.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">What has arrived stays as a .part file.</exception>
    public async Task FetchAsync(
        ImmutableArray<PublishedFile> files,
        ImmutableArray<Uri> addresses,
        string folder,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var wanted = files.Where(file => !File.Exists(Path.Combine(folder, file.GzipName))).ToArray();
        for (var i = 0; i < wanted.Length; i++)
        {
            var report = new Report(wanted[i].GzipName, i + 1, wanted.Length, progress);
            await FetchAsync(wanted[i], addresses, folder, report, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FetchAsync(
        PublishedFile file, ImmutableArray<Uri> addresses, string folder, Report report, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        for (var round = 0; round < _settings.Rounds; round++)
        {
            foreach (var address in addresses)
            {
                var source = new Uri(address, file.GzipName);
                try
                {
                    await FetchAsync(file, source, folder, report, cancellationToken).ConfigureAwait(false);
                    return;
                }
                catch (DownloadException fault)
                {
                    faults.Add(fault.Message);
                    report.Note(source, fault.Message);
                }
            }

            if (!_reached)
                break;
            await Task.Delay(_settings.Pause, cancellationToken).ConfigureAwait(false);
        }

        throw new DownloadException($"{file.GzipName} could not be downloaded: {string.Join("; ", faults.Distinct())}");
    }

    private async Task FetchAsync(PublishedFile file, Uri source, string folder, Report report, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, file.GzipName);
        var part = target + ".part";
        var have = File.Exists(part) ? new FileInfo(part).Length : 0;

        using (var response = await AskAsync(source, have, cancellationToken).ConfigureAwait(false))
        {
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                // The .part file may be whole already (stopped between the last byte and the renaming): its MD5 will tell.
                report.Note(source, "nothing left to fetch of the part that is here");
            }
            else if (response.IsSuccessStatusCode)
            {
                var resumed = have > 0 && response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have;
                if (have > 0)
                    report.Note(source, resumed ? string.Create(CultureInfo.InvariantCulture, $"resumed at {have:N0} bytes") : "started over: the server sends whole files only");
                Directory.CreateDirectory(folder);
                await ReceiveAsync(response, source, part, resumed ? have : 0, report, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                throw new DownloadException($"{source} answered {(int)response.StatusCode} {response.ReasonPhrase}");
            }
        }

        var md5 = await Md5Async(part, cancellationToken).ConfigureAwait(false);
        if (md5 != file.GzipMd5)
        {
            File.Delete(part);
            throw new DownloadException($"{source} gave other bytes than published: expected MD5 {file.GzipMd5}, received {md5}");
        }

        File.Move(part, target, overwrite: true);
    }

    /// <summary>Sends the request and waits for the head of the answer, for a short time until some address has answered once.</summary>
    private async Task<HttpResponseMessage> AskAsync(Uri source, long from, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, source);
        if (from > 0)
            request.Headers.Range = new RangeHeaderValue(from, null);

        var patience = _reached ? _settings.StallTime : _settings.ConnectTime;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            // WaitAsync because looking up a name may not heed its token.
            var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token)
                .WaitAsync(limit.Token).ConfigureAwait(false);
            _reached = true;
            return response;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DownloadException(string.Create(CultureInfo.InvariantCulture, $"{source.Host} did not answer within {patience.TotalSeconds:0.#} s"));
        }
        catch (HttpRequestException fault)
        {
            throw new DownloadException($"{source.Host} cannot be reached ({fault.Message})", fault);
        }
    }

    private async Task ReceiveAsync(
        HttpResponseMessage response, Uri source, string part, long from, Report report, CancellationToken cancellationToken)
    {
        var total = response.Content.Headers.ContentLength + from;
        // Without a buffer of its own, so that a full disk shows where it is written to.
        await using var file = new FileStream(part, from > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[1 << 16];
        var received = from;
        while (true)
        {
            var got = await ReadAsync(content, buffer, source, received, cancellationToken).ConfigureAwait(false);
            if (got == 0)
                break;
            await WriteAsync(file, buffer.AsMemory(0, got), cancellationToken).ConfigureAwait(false);
            received += got;
            report.Bytes(source, received, total);
        }

        if (total > received)
            throw Cut(source, received);
    }

    private static async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException fault)
        {
            File.Delete(file.Name);
            throw new IOException($"{file.Name} could not be written: {fault.Message.TrimEnd('.')}; make room there, or name a folder that has the files.", fault);
        }
    }

    /// <summary>One piece; a line that breaks or falls silent is a <see cref="DownloadException"/>, told apart from a disk that is full.</summary>
    private async Task<int> ReadAsync(Stream content, byte[] buffer, Uri source, long received, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_settings.StallTime);
        try
        {
            return await content.ReadAsync(buffer, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Cut(source, received);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
        {
            throw Cut(source, received, fault);
        }
    }

    private static DownloadException Cut(Uri source, long received, Exception? fault = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{source.Host} broke off after {received:N0} bytes"), fault);

    private static async Task<string> Md5Async(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await MD5.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }

    private sealed record Report(string File, int Number, int Count, IProgress<DownloadProgress>? Progress)
    {
        private long _received;
        private long? _total;

        public void Bytes(Uri source, long received, long? total)
        {
            (_received, _total) = (received, total);
            Progress?.Report(new DownloadProgress(File, source, Number, Count, received, total));
        }

        public void Note(Uri source, string note) => Progress?.Report(new DownloadProgress(File, source, Number, Count, _received, _total, note));
    }
}
