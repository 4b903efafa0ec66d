using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Text;

/// <summary>The cases that load into classes.</summary>
internal static class RecordedClasses
{
    internal static IDataView? Load(MLContext mlContext, string name, string path) => name switch
    {
        "class-basic" => mlContext.Data.LoadFromTextFile<Basic>(path, separatorChar: ',', hasHeader: true),
        "class-no-vectortype" => mlContext.Data.LoadFromTextFile<WithoutVectorType>(path, separatorChar: ','),
        "class-mixed" => mlContext.Data.LoadFromTextFile<Mixed>(path, separatorChar: ','),
        "class-missing-attribute" => mlContext.Data.LoadFromTextFile<WithoutAttribute>(path, separatorChar: ','),
        "class-no-members" => mlContext.Data.LoadFromTextFile<Empty>(path),
        "class-column-name" => mlContext.Data.LoadFromTextFile<Renamed>(path, separatorChar: ','),
        "class-properties" => mlContext.Data.LoadFromTextFile<Properties>(path, separatorChar: ','),
        "class-key" => mlContext.Data.LoadFromTextFile<Key>(path),
        _ => null,
    };

#pragma warning disable CS0649 // filled by reflection
    private sealed class Basic
    {
        [LoadColumn(0)]
        public float Label;

        [LoadColumn(1, 4)]
        [VectorType(4)]
        public float[]? Pixels;
    }

    private sealed class WithoutVectorType
    {
        [LoadColumn(0)]
        public float Label;

        [LoadColumn(1, 4)]
        public float[]? Pixels;
    }

    private sealed class Mixed
    {
        [LoadColumn(2)]
        public string? Name;

        [LoadColumn(0)]
        public bool Flag;

        [LoadColumn(1)]
        public int Count;

        [LoadColumn(3)]
        public DateTime When;

        [LoadColumn(4)]
        public double D;

        [LoadColumn(5)]
        public uint U;
    }

    private sealed class WithoutAttribute
    {
        public float Label;

        [LoadColumn(1)]
        public float X;
    }

    private sealed class Empty
    {
    }

    private sealed class Renamed
    {
        [LoadColumn(0)]
        [ColumnName("Target")]
        public float Label;

        [LoadColumn(1)]
        public ReadOnlyMemory<char> Text;
    }

    private sealed class Properties
    {
        [LoadColumn(0)]
        public float Label { get; set; }

        [LoadColumn(1)]
        public float X { get; set; }
    }

    private sealed class Key
    {
        [LoadColumn(0)]
        [KeyType(4)]
        public uint K;
    }
#pragma warning restore CS0649
}
