using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MlNetFashion.Pipelines.Tests;

/// <summary>A file server on this machine that can misbehave as servers and lines do.</summary>
internal sealed class LocalFileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public LocalFileServer()
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Answers are cut after so many bytes of content; the first element is for the first answer. Empty: never.</summary>
    public Queue<int> CutAfter { get; } = new();

    /// <summary>As <see cref="CutAfter"/>, but the line stays open and nothing more comes.</summary>
    public Queue<int> StallAfter { get; } = new();

    public bool KnowsRange { get; set; } = true;

    /// <summary>Takes requests and never answers.</summary>
    public bool Silent { get; set; }

    /// <summary>"NAME" or "NAME from OFFSET", as they came.</summary>
    public List<string> Requests { get; } = [];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await AnswerAsync(client.GetStream());
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or IOException)
            {
                // The caller hung up, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var name = (await reader.ReadLineAsync(_stop.Token))!.Split(' ')[1].TrimStart('/');
        var from = 0;
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } header)
        {
            if (header.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
                from = int.Parse(header["Range: bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture);
        }

        Requests.Add(from > 0 ? $"{name} from {from}" : name);
        if (Silent)
            await Task.Delay(Timeout.Infinite, _stop.Token);
        if (!Files.TryGetValue(name, out var content))
        {
            await WriteAsync(stream, "404 Not Found", "", default);
            return;
        }

        if (!KnowsRange)
            from = 0;
        if (from >= content.Length)
        {
            await WriteAsync(stream, "416 Range Not Satisfiable", "", default);
            return;
        }

        var stall = StallAfter.TryDequeue(out var bytes);
        var cut = stall || CutAfter.TryDequeue(out bytes) ? Math.Min(bytes, content.Length - from) : content.Length - from;
        var range = from > 0 ? $"Content-Range: bytes {from}-{content.Length - 1}/{content.Length}\r\n" : "";
        await WriteAsync(stream, from > 0 ? "206 Partial Content" : "200 OK", $"{range}Content-Length: {content.Length - from}\r\n", content.AsMemory(from, cut));
        if (stall)
            await Task.Delay(Timeout.Infinite, _stop.Token);
    }

    private async Task WriteAsync(NetworkStream stream, string status, string headers, ReadOnlyMemory<byte> content)
    {
        var length = headers.Contains("Content-Length", StringComparison.Ordinal) ? "" : "Content-Length: 0\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}{length}Connection: close\r\n\r\n"), _stop.Token);
        await stream.WriteAsync(content, _stop.Token);
    }
}
