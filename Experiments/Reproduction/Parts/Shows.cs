namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>What a report shows of a model beside its accuracy.</summary>
[Flags]
internal enum Shows
{
    Nothing = 0,

    /// <summary>Loss and accuracy by epoch.</summary>
    Curves = 1,

    /// <summary>The confusion matrix.</summary>
    Confusion = 2,

    /// <summary>Precision, recall and F1 of each class.</summary>
    Classes = 4,

    /// <summary>Precision against recall, for each class.</summary>
    PrecisionRecall = 8,

    /// <summary>Pictures predicted wrongly, the surest first.</summary>
    Wrong = 16,

    /// <summary>The first 25 test pictures with their predictions, and the first 25 predicted wrongly.</summary>
    First = 32,
}
