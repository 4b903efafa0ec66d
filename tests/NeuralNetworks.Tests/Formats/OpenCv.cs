using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MlNetFashion.NeuralNetworks.Tests.Formats;

/// <summary>OpenCV's dnn module (Debian's python3-opencv), another reader of the same files; tests skip where it is not installed.</summary>
internal static class OpenCv
{
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import sys
        import numpy as np
        import cv2
        kind, model, data, result = sys.argv[1:5]
        shape = [int(size) for size in sys.argv[5].split(",")]
        net = cv2.dnn.readNetFromONNX(model) if kind == "onnx" else cv2.dnn.readNetFromTensorflow(model)
        net.setInput(np.fromfile(data, dtype=np.float32).reshape(shape))
        net.forward().astype(np.float32).tofile(result)
        """;

    private static readonly Lazy<bool> Installed = new(() => File.Exists(Python) && Run("-c", "import cv2") == 0);

    /// <summary>What OpenCV makes of a model and its input.</summary>
    /// <param name="kind">"onnx" or "tensorflow".</param>
    /// <param name="model">The file's bytes.</param>
    /// <param name="input">The input, row-major, [batch, channels, height, width]: OpenCV's own layout, whatever the file's.</param>
    /// <param name="shape">The input's shape.</param>
    public static float[] Predict(string kind, byte[] model, float[] input, params int[] shape)
    {
        Skip.IfNot(Installed.Value, "OpenCV for Python (python3-opencv) is not installed.");
        var folder = Directory.CreateTempSubdirectory("opencv-");
        try
        {
            string PathOf(string name) => Path.Combine(folder.FullName, name);
            File.WriteAllBytes(PathOf("model"), model);
            File.WriteAllBytes(PathOf("input"), MemoryMarshal.AsBytes(input.AsSpan()).ToArray());
            File.WriteAllText(PathOf("script.py"), Script);
            Assert.Equal(0, Run(PathOf("script.py"), kind, PathOf("model"), PathOf("input"), PathOf("output"), string.Join(",", shape)));
            return MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(PathOf("output"))).ToArray();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
