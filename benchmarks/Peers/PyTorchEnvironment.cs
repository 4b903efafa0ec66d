using System.Globalization;
using System.Runtime.InteropServices;

namespace MlNetFashion.Benchmarks;

/// <summary>
/// The environment PyTorch trains fastest in on a processor: OpenMP OpenBLAS instead of the reference BLAS that Debian's package loads by
/// default, the instruction set named outright, and a memory allocator that keeps what it has instead of asking the system anew each step.
/// </summary>
internal static class PyTorchEnvironment
{
    private static readonly string[] OpenBlasFolders =
    [
        "/usr/lib/x86_64-linux-gnu/openblas-openmp", "/usr/lib/aarch64-linux-gnu/openblas-openmp",
        "/usr/lib/x86_64-linux-gnu/openblas-pthread", "/usr/lib/aarch64-linux-gnu/openblas-pthread",
    ];

    /// <summary>The folder with OpenBLAS's <c>libblas.so.3</c>, or null where it is not installed.</summary>
    public static string? FindOpenBlas() => OpenBlasFolders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "libblas.so.3")));

    /// <summary>Variables to set; null removes one.</summary>
    /// <param name="vectorBits">Widest vectors allowed, so that both sides use the same instruction set.</param>
    /// <param name="threads">Threads a parallel loop uses.</param>
    /// <param name="openBlasFolder">As <see cref="FindOpenBlas"/> gives it, or null for the system's BLAS.</param>
    public static Dictionary<string, string?> For(int vectorBits, int threads, string? openBlasFolder)
    {
        var variables = new Dictionary<string, string?>
        {
            ["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture),
            ["OMP_WAIT_POLICY"] = null, // its default spins briefly between loops and sleeps while we are timed
            ["MALLOC_MMAP_MAX_"] = "0",
            ["MALLOC_TRIM_THRESHOLD_"] = "2000000000",
            ["MALLOC_TOP_PAD_"] = "200000000",
            ["GLIBC_TUNABLES"] = "glibc.malloc.hugetlb=1",
        };
        if (openBlasFolder is not null)
            variables["LD_LIBRARY_PATH"] = openBlasFolder;
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return variables;
        (variables["ATEN_CPU_CAPABILITY"], variables["OPENBLAS_CORETYPE"], variables["ONEDNN_MAX_CPU_ISA"]) = vectorBits switch
        {
            512 => ("avx512", "SkylakeX", null),
            256 => ("avx2", "Haswell", "AVX2"),
            _ => ("default", "Nehalem", "SSE41"),
        };
        return variables;
    }
}
