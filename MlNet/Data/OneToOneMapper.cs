namespace Microsoft.ML.Data;

/// <summary>A row mapper whose output columns each come of one input column.</summary>
internal sealed class OneToOneMapper(
    DataViewSchema.Column[] inputs,
    DataViewSchema.DetachedColumn[] outputs,
    Func<DataViewRow, int, Delegate> createGetter) : IRowMapper
{
    public DataViewSchema.DetachedColumn[] OutputColumns => outputs;

    public void MarkDependencies(ReadOnlySpan<bool> activeOutputs, Span<bool> inputFlags)
    {
        for (var index = 0; index < activeOutputs.Length; index++)
            inputFlags[inputs[index].Index] |= activeOutputs[index];
    }

    public Delegate?[] CreateGetters(DataViewRow input, bool[] activeOutputs)
    {
        var getters = new Delegate?[activeOutputs.Length];
        for (var index = 0; index < getters.Length; index++)
        {
            if (activeOutputs[index])
                getters[index] = createGetter(input, index);
        }

        return getters;
    }
}
