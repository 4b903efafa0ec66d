namespace Microsoft.Data.Analysis;

/// <summary>Which rows a join keeps although they have no partner.</summary>
public enum JoinAlgorithm
{
    /// <summary>Those of the left data frame.</summary>
    Left,

    /// <summary>Those of the right one.</summary>
    Right,

    /// <summary>Those of both.</summary>
    FullOuter,

    /// <summary>None.</summary>
    Inner,
}
