using System.Runtime.Intrinsics;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>Which vector width kernels run at: the widest the processor has, unless the environment asks for another.</summary>
internal enum SimdWidth
{
    Scalar = 1,
    Bits128 = 128,
    Bits256 = 256,
    Bits512 = 512,
}

/// <summary>Chooses a <see cref="SimdWidth"/>.</summary>
internal static class SimdChoice
{
    /// <summary>Forces a width: <c>512</c>, <c>256</c>, <c>128</c> or <c>scalar</c>.</summary>
    public const string EnvironmentVariable = "MLNETFASHION_SIMD";

    public static SimdWidth Widest =>
        Vector512.IsHardwareAccelerated ? SimdWidth.Bits512
        : Vector256.IsHardwareAccelerated ? SimdWidth.Bits256
        : Vector128.IsHardwareAccelerated ? SimdWidth.Bits128
        : SimdWidth.Scalar;

    /// <summary>The width to use now.</summary>
    /// <exception cref="ArgumentException">The environment asks for a width that does not exist.</exception>
    public static SimdWidth Current => Environment.GetEnvironmentVariable(EnvironmentVariable) switch
    {
        null or "" => Widest,
        "512" => SimdWidth.Bits512,
        "256" => SimdWidth.Bits256,
        "128" => SimdWidth.Bits128,
        "scalar" => SimdWidth.Scalar,
        var other => throw new ArgumentException($"The environment variable {EnvironmentVariable} was expected to be 512, 256, 128 or scalar. Received: '{other}'."),
    };
}
