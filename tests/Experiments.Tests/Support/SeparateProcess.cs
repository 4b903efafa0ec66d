using System.Diagnostics;
using MlNetFashion.Experiments.Commands;

namespace MlNetFashion.Experiments.Tests.Support;

/// <summary>Runs the program as a shell would.</summary>
internal static class SeparateProcess
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
