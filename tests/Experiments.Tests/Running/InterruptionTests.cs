using System.Diagnostics;
using System.Globalization;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Running;

public class InterruptionTests
{
    [SkippableFact]
    public async Task Ctrl_C_in_a_process_of_its_own_stops_it_cleanly()
    {
        Skip.If(OperatingSystem.IsWindows(), "The signal is sent as Unix does.");
        Skip.If(IgnoresInterrupts(), "This process was started with interrupts ignored, as a shell does in the background, and so would its children be.");
        using var results = new TemporaryFolder();
        using var process = SeparateProcess.Start("experiment", "cnn", "--sketch", "--epochs", "1000", "--patience", "0", "--results", results.Path);
        var error = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("epoch ", StringComparison.Ordinal))
        {
        }

        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Contains("Stopped", await error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(results.Path));
    }

    private static bool IgnoresInterrupts()
    {
        const string status = "/proc/self/status";
        const ulong interrupt = 1UL << 1;
        var ignored = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return ignored is not null && (ulong.Parse(ignored.AsSpan("SigIgn:".Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & interrupt) != 0;
    }
}
