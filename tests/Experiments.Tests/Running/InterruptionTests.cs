using System.Diagnostics;
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
        using var results = new TemporaryFolder();
        using var process = SeparateProcess.Start("experiment", "cnn", "--sketch", "--epochs", "1000", "--patience", "0", "--results", results.Path);
        var error = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("epoch ", StringComparison.Ordinal))
        {
        }

        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Contains("Stopped", await error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(results.Path));
    }
}
