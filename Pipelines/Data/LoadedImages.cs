using System.Collections.Immutable;

namespace MlNetFashion.Pipelines;

/// <summary>A data set in memory and what is to be said of it.</summary>
internal sealed record LoadedImages(PackedImages Train, PackedImages Test)
{
    /// <summary>"Fashion-MNIST", or what these images are instead of it.</summary>
    public required string Name { get; init; }

    /// <summary>A folder, or what made the images.</summary>
    public required string Source { get; init; }

    /// <summary>What identifies the bytes.</summary>
    public required string Checksum { get; init; }

    public ImmutableArray<DataFile> Files { get; init; } = [];

    public bool IsPublished { get; init; }

    public bool IsSketch { get; init; }

    /// <summary>A sentence that the user must read; null when all is as expected.</summary>
    public string? Notice { get; init; }
}
