using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Transforms;

public class TypeConvertingTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [Theory]
    [InlineData(300, DataKind.SByte, (sbyte)44)]
    [InlineData(-1, DataKind.Int64, -1L)]
    [InlineData(7, DataKind.Single, 7f)]
    [InlineData(0, DataKind.Boolean, false)]
    [InlineData(-3, DataKind.String, "-3")]
    [InlineData(300u, DataKind.Byte, (byte)0)]
    [InlineData(200u, DataKind.Byte, (byte)200)]
    [InlineData(3.5f, DataKind.Double, 3.5)]
    [InlineData(float.NaN, DataKind.Boolean, true)]
    [InlineData(0.1f, DataKind.String, "0.1")]
    [InlineData(1.23456789f, DataKind.String, "1.234568")]
    [InlineData(true, DataKind.Single, 1f)]
    [InlineData(true, DataKind.String, "True")]
    [InlineData("0.4", DataKind.Single, 0.4f)]
    [InlineData("x", DataKind.Double, double.NaN)]
    [InlineData("yes", DataKind.Boolean, true)]
    public void Values_are_converted_as_ML_NET_does(object value, DataKind kind, object expected) =>
        Assert.Equal(expected, Invoke(nameof(Convert), value.GetType(), value, kind));

    [Theory]
    [InlineData(1.5f, DataKind.Int32)]
    [InlineData(1, DataKind.UInt32)]
    [InlineData(1u, DataKind.Int64)]
    [InlineData(true, DataKind.UInt32)]
    [InlineData(1f, DataKind.DateTime)]
    public void What_ML_NET_does_not_convert_is_refused(object value, DataKind kind)
    {
        var exception = Assert.Throws<System.Reflection.TargetInvocationException>(() => Invoke(nameof(Convert), value.GetType(), value, kind));
        Assert.IsType<ArgumentOutOfRangeException>(exception.InnerException);
    }

    [Fact]
    public void Times_become_ticks()
    {
        var time = new DateTime(2019, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(time.Ticks, Convert(time, DataKind.Int64));
        Assert.Equal((float)time.Ticks, Convert(time, DataKind.Single));
        Assert.Equal((double)time.Ticks, Convert(new DateTimeOffset(time).ToOffset(TimeSpan.FromHours(2)), DataKind.Double));
        Assert.Equal(600_000_000L, Convert(TimeSpan.FromMinutes(1), DataKind.Int64));
        Assert.Equal("00:01:00", Convert(TimeSpan.FromMinutes(1), DataKind.String));
        Assert.Equal("0x00000000000000010000000000000002", Convert(new DataViewRowId(2, 1), DataKind.String));
    }

    [Fact]
    public void Keys_stay_keys_and_keep_their_values()
    {
        var data = new ArrayView(3).With("Name", TextDataViewType.Instance, new[] { "a".AsMemory(), "b".AsMemory(), "a".AsMemory() });
        var conversion = _mlContext.Transforms.Conversion;
        var view = conversion.MapValueToKey("Key", "Name").Append(conversion.ConvertType("Wide", "Key", DataKind.UInt64))
            .Append(conversion.MapKeyToValue("Back", "Wide")).Fit(data).Transform(data);
        Assert.Equal("Key<UInt64, 0-1>", view.Schema["Wide"].Type.ToString());
        Assert.Equal(["a", "b", "a"], view.GetColumn<string>("Back"));
        Assert.Throws<ArgumentOutOfRangeException>(() => conversion.MapValueToKey("Key", "Name").Append(conversion.ConvertType("Key")).Fit(data));
    }

    [Fact]
    public void Truth_values_that_become_numbers_are_normalized()
    {
        var data = new ArrayView(1).With("B", BooleanDataViewType.Instance, new[] { true });
        Assert.True(_mlContext.Transforms.Conversion.ConvertType("N", "B").Fit(data).Transform(data).Schema["N"].IsNormalized());
    }

    private static object? Invoke(string method, Type type, params object[] arguments) =>
        typeof(TypeConvertingTests).GetMethod(method, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .MakeGenericMethod(type).Invoke(new TypeConvertingTests(), arguments);

    private object Convert<T>(T value, DataKind kind)
    {
        var view = typeof(T) == typeof(string)
            ? new ArrayView(1).With("V", TextDataViewType.Instance, new[] { ((string)(object)value!).AsMemory() })
            : new ArrayView(1).With("V", NumberTypes.TryGet(typeof(T))!, new[] { value });
        var converted = _mlContext.Transforms.Conversion.ConvertType("V", outputKind: kind).Fit(view).Transform(view);
        var result = converted.Preview().RowView[0].Values.Last().Value;
        return result is ReadOnlyMemory<char> text ? text.ToString() : System.Convert.ChangeType(result, result.GetType(), CultureInfo.InvariantCulture);
    }
}
