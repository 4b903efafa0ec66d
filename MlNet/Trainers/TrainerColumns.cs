using Microsoft.ML.Data;

namespace Microsoft.ML.Trainers;

/// <summary>The shapes of the columns that trainers ask for and that their models add.</summary>
internal static class TrainerColumns
{
    internal static SchemaShape.Column Features(string name) => new(Named(name), SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, false);

    internal static SchemaShape.Column KeyLabel(string name) => new(Named(name), SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.UInt32, true);

    internal static SchemaShape.Column BooleanLabel(string name) => new(Named(name), SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, false);

    internal static SchemaShape.Column SingleLabel(string name) => new(Named(name), SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.Single, false);

    /// <summary>The weight column, or a column that is not there.</summary>
    internal static SchemaShape.Column Weight(string? name) =>
        name is null ? default : new(name, SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.Single, false);

    /// <summary>The predicted label and the scores of a classifier of several classes; the names of the classes are the label's.</summary>
    internal static SchemaShape.Column[] MulticlassOutput(SchemaShape inputSchema, SchemaShape.Column label)
    {
        SchemaShape.Column[] names = [];
        SchemaShape.Column[] slots = [];
        if (inputSchema.TryFindColumn(label.Name, out var found) && found.Annotations.TryFindColumn(AnnotationKinds.KeyValues, out var values))
        {
            names = [values];
            slots = [values.WithName(AnnotationKinds.TrainingLabelValues)];
            if (values.ItemType is TextDataViewType)
                slots = [.. slots, values.WithName(AnnotationKinds.SlotNames)];
        }

        return
        [
            new SchemaShape.Column("PredictedLabel", SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.UInt32, true, ScoreAnnotations.Shape(names)),
            new SchemaShape.Column("Score", SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, false, ScoreAnnotations.Shape(slots)),
        ];
    }

    /// <summary>The predicted label, the score and, of a calibrated model, the probability of a binary classifier.</summary>
    internal static SchemaShape.Column[] BinaryOutput(bool calibrated)
    {
        var scalar = SchemaShape.Column.VectorKind.Scalar;
        var normalized = new SchemaShape.Column(AnnotationKinds.IsNormalized, scalar, BooleanDataViewType.Instance, false);
        SchemaShape.Column[] columns =
        [
            new("PredictedLabel", scalar, BooleanDataViewType.Instance, false, ScoreAnnotations.Shape()),
            new("Score", scalar, NumberDataViewType.Single, false, ScoreAnnotations.Shape()),
        ];
        return calibrated ? [.. columns, new("Probability", scalar, NumberDataViewType.Single, false, ScoreAnnotations.Shape(normalized))] : columns;
    }

    /// <summary>The score of a regression model.</summary>
    internal static SchemaShape.Column[] RegressionOutput() =>
        [new("Score", SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.Single, false, ScoreAnnotations.Shape())];

    /// <summary>The nearest cluster and the distances of a clustering model.</summary>
    internal static SchemaShape.Column[] ClusteringOutput() =>
    [
        new("PredictedLabel", SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.UInt32, true, ScoreAnnotations.Shape()),
        new("Score", SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, false, ScoreAnnotations.Shape()),
    ];

    /// <summary>Throws unless a column is there and can stand where <paramref name="wanted"/> is asked for.</summary>
    internal static void Check(SchemaShape inputSchema, string kind, SchemaShape.Column wanted, string parameter)
    {
        if (!inputSchema.TryFindColumn(wanted.Name, out var found))
            throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find {kind} column '{wanted.Name}'");
        if (!wanted.IsCompatibleWith(found))
            throw new ArgumentOutOfRangeException(parameter, $"Schema mismatch for {kind} column '{wanted.Name}': expected {wanted.TypeText}, got {found.TypeText}");
    }

    private static string Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }
}
