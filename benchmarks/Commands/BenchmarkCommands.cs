using System.CommandLine;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The command line: one command a benchmark.</summary>
internal static class BenchmarkCommands
{
    private const string Examples = """
        Measures the suite against what a user would pick instead, as ratios in one run.

        Examples:
          dotnet run -c Release --project benchmarks -- training
          dotnet run -c Release --project benchmarks -- training --networks safaei/cnn_1 kh/ann --rounds 15
          dotnet run -c Release --project benchmarks -- training --output training.md training.json
          dotnet run -c Release --project benchmarks -- inference --networks safaei/cnn_1 fitch/model-7
          dotnet run -c Release --project benchmarks -- baselines --rows 60000
          dotnet run -c Release --project benchmarks -- scaling --networks safaei/cnn_1
          dotnet run -c Release --project benchmarks -- stages --networks fitch/model-4
          dotnet run -c Release --project benchmarks -- augmentation
          MLNETFASHION_SIMD=256 dotnet run -c Release --project benchmarks -- training      (both sides restricted to AVX2)

        PyTorch is Debian's python3-torch, with libopenblas0-openmp for its matrix products; ONNX Runtime is npm's onnxruntime-node; scikit-learn
        is Debian's python3-sklearn. What is not installed is left out, and said so.
        """;

    public static RootCommand Create() => new(Examples) { TrainingCommand.Create(), InferenceCommand.Create(), BaselinesCommand.Create(), ScalingCommand.Create(), StagesCommand.Create(), AugmentationCommand.Create() };

    /// <summary>Runs a command; what the user got wrong, and what a peer could not do, ends in one sentence and exit code 2.</summary>
    public static int Run(string[] arguments)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 240; // nobody's window: lines are not to be broken
        try
        {
            var parsed = Create().Parse(arguments);
            var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? 2 : code;
        }
        catch (Exception error) when (error is ArgumentException or IOException or UnauthorizedAccessException or PeerException)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }
}
