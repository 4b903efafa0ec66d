namespace Microsoft.ML.Data;

/// <summary>The columns that a transformer adds to a schema it was bound to, and how their values are made.</summary>
internal interface IRowMapper
{
    /// <summary>The columns that are added; one with the name of an input column hides it.</summary>
    DataViewSchema.DetachedColumn[] OutputColumns { get; }

    /// <summary>Sets to true every input column that the active output columns are made of.</summary>
    void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputs);

    /// <summary>A getter for each active output column (null for the others) over a row or cursor; getters may share work.</summary>
    Delegate?[] CreateGetters(DataViewRow input, bool[] activeOutputs);
}
