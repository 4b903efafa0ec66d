using System.Diagnostics;
using System.Text.Json;

namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>Asks a Python library, where the machine has it; the running test is skipped visibly where it has not.</summary>
/// <param name="name">What the library is called.</param>
/// <param name="modules">What it is imported by, as "sklearn, scipy".</param>
internal sealed class Python(string name, string modules)
{
    private readonly Lazy<bool> isHere = new(() => Run($"import {modules}", "").ExitCode == 0);

    /// <summary>Runs <paramref name="script"/>, which finds <paramref name="given"/> in <c>given</c> and leaves its result in <c>answer</c>.</summary>
    public JsonElement Ask(string script, object given)
    {
        Skip.IfNot(isHere.Value, $"Python with {name} is not here.");
        var (exitCode, output, error) = Run($"import json, sys\nimport {modules}\ngiven = json.load(sys.stdin)\nanswer = {{}}\n{script}\njson.dump(answer, sys.stdout)", JsonSerializer.Serialize(given));
        Assert.True(exitCode == 0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>The interpreters a machine may have; the system's own first, which is the one that packages of the system go with.</summary>
    private static (int ExitCode, string Output, string Error) Run(string script, string input)
    {
        var python = new[] { "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3" }.FirstOrDefault(File.Exists);
        if (python is null)
            return (-1, "", "");

        var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(120_000), "Python did not end within two minutes.");
        return (process.ExitCode, output.Result, error.Result);
    }
}
