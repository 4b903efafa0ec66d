using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <content>Arithmetic and comparisons. A null on either side of an arithmetic operation makes a null.</content>
internal sealed partial class ColumnValues<T>
{
    private static ElementMath<T> Computer => ElementMath<T>.Of;

    /// <summary>Replaces every element by what the operation makes of it and its partner.</summary>
    /// <exception cref="DivideByZeroException">An integer was to be divided by zero.</exception>
    internal void Apply(BinaryOperation operation, ColumnValues<T> right)
    {
        MergeNulls(right);
        if (IsDivision(operation) && NullCount > 0)
        {
            // The zeros that stand for nulls are no divisors.
            for (var i = 0; i < Length; i++)
            {
                if (IsBitSet(i))
                    Computer.Apply(operation, Elements.Slice(i, 1), right.Elements[i], Elements.Slice(i, 1));
            }

            return;
        }

        Computer.Apply(operation, Elements, right.Elements, Elements);
    }

    internal void Apply(BinaryOperation operation, T right) => Computer.Apply(operation, Elements, right, Elements);

    internal void ApplyReversed(BinaryOperation operation, T left)
    {
        if (IsDivision(operation) && NullCount > 0)
        {
            for (var i = 0; i < Length; i++)
            {
                if (IsBitSet(i))
                    Computer.Apply(operation, left, Elements.Slice(i, 1), Elements.Slice(i, 1));
            }

            return;
        }

        Computer.Apply(operation, left, Elements, Elements);
    }

    internal void Shift(int amount) => Computer.Shift(Elements, amount);

    /// <summary>Two nulls are equal; a null and a value are not, and have no order.</summary>
    internal ColumnValues<bool> Compare(ComparisonOperation operation, ColumnValues<T> right)
    {
        var result = new bool[Length];
        Computer.Compare(operation, Elements, right.Elements, result);
        if (NullCount > 0 || right.NullCount > 0)
        {
            for (var i = 0; i < Length; i++)
                CorrectNulls(operation, IsValid(i), right.IsValid(i), ref result[i]);
        }

        return new ColumnValues<bool>(result);
    }

    internal ColumnValues<bool> Compare(ComparisonOperation operation, T right)
    {
        var result = new bool[Length];
        Computer.Compare(operation, Elements, right, result);
        if (NullCount > 0)
        {
            for (var i = 0; i < Length; i++)
                CorrectNulls(operation, IsBitSet(i), true, ref result[i]);
        }

        return new ColumnValues<bool>(result);
    }

    internal ColumnValues<bool> CompareWithNull(bool wantsNull)
    {
        var result = new bool[Length];
        for (var i = 0; i < Length; i++)
            result[i] = IsValid(i) != wantsNull;
        return new ColumnValues<bool>(result);
    }

    internal ColumnValues<TTo> Convert<TTo>()
        where TTo : unmanaged, INumber<TTo>
    {
        if (typeof(TTo) == typeof(T))
            return (ColumnValues<TTo>)(object)this;
        var result = new TTo[Length];
        Computer.Convert<TTo>(Elements, result);
        return new ColumnValues<TTo>(result, Validity.ToArray(), NullCount);
    }

    /// <summary>Sets every element that is no null to what a function makes of it.</summary>
    internal void Transform(Func<T, T> function)
    {
        for (var i = 0; i < Length; i++)
        {
            if (IsValid(i))
                _elements[i] = function(_elements[i]);
        }
    }

    /// <summary>All elements that are no null as one; null where there is none and the reduction has nothing to begin with.</summary>
    internal T? Reduce(Reduction reduction, IEnumerable<long>? rows = null)
    {
        var result = Computer.Start(reduction);
        if (rows is null)
        {
            for (var i = 0; i < Length; i++)
                Include(i);
        }
        else
        {
            foreach (var row in rows)
                Include(row);
        }

        return result;

        void Include(long row)
        {
            if (IsValid(row))
                result = result is { } known ? Computer.Reduce(reduction, known, _elements[row]) : _elements[row];
        }
    }

    /// <summary>Replaces every element that is no null by the reduction of it and all before it.</summary>
    internal void Accumulate(Reduction reduction, IEnumerable<long>? rows)
    {
        Computer.Start(reduction);
        T? result = null;
        foreach (var row in rows ?? LongRange.Of(Length))
        {
            if (!IsValid(row))
                continue;
            result = result is { } known ? Computer.Reduce(reduction, known, _elements[row]) : _elements[row];
            _elements[row] = result.Value;
        }
    }

    private static bool IsDivision(BinaryOperation operation) => operation is BinaryOperation.Divide or BinaryOperation.Modulo;

    private static void CorrectNulls(ComparisonOperation operation, bool leftIsValid, bool rightIsValid, ref bool result)
    {
        if (!leftIsValid && !rightIsValid)
            result = operation is ComparisonOperation.Equal or ComparisonOperation.LessThanOrEqual or ComparisonOperation.GreaterThanOrEqual;
        else if (!leftIsValid || !rightIsValid)
            result = operation == ComparisonOperation.NotEqual;
    }

    private void MergeNulls<TOther>(ColumnValues<TOther> other)
        where TOther : unmanaged
    {
        if (other.NullCount == 0)
            return;
        for (var i = 0; i < Length; i++)
        {
            if (!other.IsValid(i))
                this[i] = null;
        }
    }
}
