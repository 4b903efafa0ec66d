namespace Microsoft.ML.Data;

/// <summary>Gives every row of a view a number, by which the row falls into one part of a split or another.</summary>
/// <param name="column">The column that the number is made of, or null where it follows from the row's position.</param>
/// <param name="create">Makes the reader of a cursor's numbers; it is called once a row, in order. NaN belongs to no part.</param>
internal sealed class RowSampler(DataViewSchema.Column? column, Func<DataViewRow, Func<double>> create)
{
    internal DataViewSchema.Column? Column => column;

    internal Func<double> Create(DataViewRow row) => create(row);
}
