using System.Diagnostics;
using System.Text.Json;

namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>Asks scikit-learn itself, where the machine has it; the running test is skipped visibly where it has not.</summary>
internal static class ScikitLearn
{
    private const string Prelude = "import json, sys\nimport numpy as np\nimport sklearn\ngiven = json.load(sys.stdin)\nanswer = {}\n";
    private static readonly Lazy<bool> IsHere = new(() => Run("import sklearn, scipy", "").ExitCode == 0);

    /// <summary>Runs <paramref name="script"/>, which finds <paramref name="given"/> in <c>given</c> and leaves its result in <c>answer</c>.</summary>
    public static JsonElement Ask(string script, object given)
    {
        Skip.IfNot(IsHere.Value, "Python with scikit-learn is not here.");
        var (exitCode, output, error) = Run($"{Prelude}{script}\njson.dump(answer, sys.stdout)", JsonSerializer.Serialize(given));
        Assert.True(exitCode == 0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    public static double[] Numbers(this JsonElement answer, string name) => [.. answer.GetProperty(name).EnumerateArray().Select(x => x.GetDouble())];

    public static int[] Integers(this JsonElement answer) => [.. answer.EnumerateArray().Select(x => x.GetInt32())];

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
