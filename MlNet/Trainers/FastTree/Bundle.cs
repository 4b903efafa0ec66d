namespace Microsoft.ML.Trainers.FastTree;

/// <summary>How categories with few rows are put together. Numerical splits, the only ones here, do not depend on it.</summary>
public enum Bundle : byte
{
    /// <summary>They are not.</summary>
    None = 0,

    /// <summary>Those with few rows become one.</summary>
    AggregateLowPopulation = 1,

    /// <summary>Neighbours with few rows become one.</summary>
    Adjacent = 2,
}
