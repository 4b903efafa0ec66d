using System.Diagnostics;
using System.Text.Json;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.NeuralNetworks.Tests;

/// <summary>Keras's affine transform, computed by SciPy in a process of its own; its callers are skipped where SciPy is not installed.</summary>
internal static class KerasAffine
{
    private const string Python = "/usr/bin/python3";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Angles in degrees, shifts in pixels, shape <c>[height, width, channels]</c>.</summary>
    internal sealed record Request(int[] Shape, float[] Image, double Rotation, double Shear, double RowShift, double ColumnShift,
        double RowZoom, double ColumnZoom, string Mode, float Fill);

    public static string NameOf(FillMode mode) => mode.ToString().ToLowerInvariant();

    public static List<double[]> Transform(List<Request> requests)
    {
        Skip.IfNot(File.Exists(Python), $"{Python} is not here.");
        using (var probe = Run("-c", "import scipy"))
        {
            probe.WaitForExit();
            Skip.IfNot(probe.ExitCode == 0, "SciPy is not installed.");
        }

        using var process = Run(Path.Combine(SharedFiles.RepositoryRoot, "tests/NeuralNetworks.Tests/Augmentation/keras_affine.py"));
        process.StandardInput.Write(JsonSerializer.Serialize(requests, Json));
        process.StandardInput.Close();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(requests.Count, lines.Length);
        return [.. lines.Select(line => JsonSerializer.Deserialize<double[]>(line)!)];
    }

    private static Process Run(params string[] arguments) => Process.Start(
        new ProcessStartInfo(Python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
}
