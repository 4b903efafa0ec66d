using System.Diagnostics;
using System.Security.Cryptography;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Pipelines.Tests;

public sealed class DownloaderTests : IDisposable
{
    private static readonly DownloaderSettings Patient = new()
    {
        ConnectTime = TimeSpan.FromSeconds(20),
        StallTime = TimeSpan.FromSeconds(20),
        Pause = TimeSpan.FromMilliseconds(10),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly LocalFileServer _server = new();
    private readonly byte[] _content = new byte[300_000];
    private readonly PublishedFile _file;
    private readonly List<DownloadProgress> _progress = [];

    public DownloaderTests()
    {
        new Random(5).NextBytes(_content);
        _server.Files["images.gz"] = _content;
        _file = new PublishedFile("images", Convert.ToHexStringLower(MD5.HashData(_content)), "");
    }

    private string Target => Path.Combine(_folder.Path, "data", "images.gz");

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_arrives_whole_and_is_not_fetched_again()
    {
        await FetchAsync(_server.Address);
        await FetchAsync(_server.Address);

        Assert.Equal(_content, File.ReadAllBytes(Target));
        Assert.Equal(["images.gz"], _server.Requests);
        Assert.Equal((300_000, 300_000L), (_progress[^1].Received, _progress[^1].Total));
        Assert.False(File.Exists(Target + ".part"));
    }

    [Fact]
    public async Task A_cut_download_goes_on_where_it_was_cut()
    {
        _server.CutAfter.Enqueue(100_000);
        _server.CutAfter.Enqueue(50_000);

        await FetchAsync(_server.Address);

        Assert.Equal(_content, File.ReadAllBytes(Target));
        Assert.Equal(["images.gz", "images.gz from 100000", "images.gz from 150000"], _server.Requests);
        Assert.Contains(_progress, step => step.Note == "resumed at 100,000 bytes");
    }

    [Fact]
    public async Task A_part_of_an_earlier_run_is_taken_up()
    {
        _folder.Write("data/images.gz.part", _content[..120_000]);

        await FetchAsync(_server.Address);

        Assert.Equal(["images.gz from 120000"], _server.Requests);
        Assert.Equal(_content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_part_that_is_whole_already_only_gets_its_name()
    {
        _folder.Write("data/images.gz.part", _content);

        await FetchAsync(_server.Address);

        Assert.Equal(_content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_server_that_knows_no_ranges_starts_over()
    {
        _server.KnowsRange = false;
        _folder.Write("data/images.gz.part", _content[..120_000]);

        await FetchAsync(_server.Address);

        Assert.Equal(_content, File.ReadAllBytes(Target));
        Assert.Contains(_progress, step => step.Note?.StartsWith("started over", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_stale_part_is_thrown_away_and_fetched_again()
    {
        _folder.Write("data/images.gz.part", new byte[120_000]);

        await FetchAsync(_server.Address);

        Assert.Equal(["images.gz from 120000", "images.gz"], _server.Requests);
        Assert.Equal(_content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Wrong_bytes_are_not_kept_and_the_second_address_is_asked()
    {
        using var wrong = new LocalFileServer();
        wrong.Files["images.gz"] = new byte[1000];

        await FetchAsync(wrong.Address, _server.Address);
        Assert.Equal(_content, File.ReadAllBytes(Target));

        File.Delete(Target);
        var fault = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(wrong.Address));
        Assert.Contains($"gave other bytes than published: expected MD5 {_file.GzipMd5}, received", fault.Message);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public async Task A_file_that_is_nowhere_names_every_address()
    {
        using var empty = new LocalFileServer();
        _server.Files.Clear();

        var fault = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(_server.Address, empty.Address));

        Assert.Contains($"{_server.Address}images.gz answered 404 Not Found", fault.Message);
        Assert.Contains($"{empty.Address}images.gz answered 404 Not Found", fault.Message);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Target)));
    }

    [Fact]
    public async Task Without_network_all_addresses_together_take_a_few_seconds_and_leave_nothing()
    {
        using var silent = new LocalFileServer { Silent = true };
        var watch = Stopwatch.StartNew();

        // A name that does not exist, a port nobody listens on, and a machine that takes the call and says nothing.
        using var downloader = new Downloader();
        var fault = await Assert.ThrowsAsync<DownloadException>(() => downloader.FetchAsync(
            [_file],
            [new Uri("http://no-such-machine.invalid/"), new Uri("http://127.0.0.1:9/"), silent.Address],
            Path.GetDirectoryName(Target)!,
            null,
            CancellationToken.None));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30); // three times 2.5 s on a free machine; without a limit it would be minutes
        Assert.Contains("no-such-machine.invalid", fault.Message);
        Assert.Contains("did not answer within 2.5 s", fault.Message);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Target)));
    }

    [Fact]
    public async Task A_line_that_falls_silent_is_given_up_and_taken_up_again()
    {
        _server.StallAfter.Enqueue(90_000);
        using var downloader = new Downloader(Patient with { StallTime = TimeSpan.FromSeconds(0.3) });

        await downloader.FetchAsync([_file], [_server.Address], Path.GetDirectoryName(Target)!, null, CancellationToken.None);

        Assert.Equal(_content, File.ReadAllBytes(Target));
        Assert.Equal("images.gz from 90000", _server.Requests[^1]);
    }

    [SkippableFact]
    public async Task A_full_disk_is_named_and_nothing_stays()
    {
        Skip.IfNot(File.Exists("/dev/full"), "There is no /dev/full here, which is always full.");
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.CreateSymbolicLink(Target + ".part", "/dev/full");

        var fault = await Assert.ThrowsAsync<IOException>(() => FetchAsync(_server.Address));

        Assert.Contains("images.gz.part could not be written: No space left", fault.Message);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public async Task Cancelling_keeps_what_has_arrived_for_the_next_time()
    {
        using var cancel = new CancellationTokenSource();
        using var downloader = new Downloader(Patient);
        var stopAtOnce = new Immediate(step =>
        {
            if (step.Received > 0)
                cancel.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => downloader.FetchAsync(
            [_file], [_server.Address], Path.GetDirectoryName(Target)!, stopAtOnce, cancel.Token));

        Assert.False(File.Exists(Target));
        Assert.InRange(new FileInfo(Target + ".part").Length, 1, _content.Length - 1);
        await FetchAsync(_server.Address);
        Assert.Equal(_content, File.ReadAllBytes(Target));
    }

    private async Task FetchAsync(params Uri[] addresses)
    {
        using var downloader = new Downloader(Patient);
        await downloader.FetchAsync(
            [_file], [.. addresses], Path.GetDirectoryName(Target)!, new Immediate(_progress.Add), CancellationToken.None);
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, calls back before it returns.</summary>
    private sealed class Immediate(Action<DownloadProgress> report) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => report(value);
    }
}
