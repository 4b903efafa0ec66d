using MlNetFashion.Interchange.Idv;

namespace MlNetFashion.Interchange.Tests.Idv;

public class IdvSchemaTests
{
    public static TheoryData<IdvPrimitive, object> Values => new()
    {
        { IdvPrimitive.SByte, new sbyte[] { -1, 2 } },
        { IdvPrimitive.Byte, new byte[] { 1, 255 } },
        { IdvPrimitive.Int16, new short[] { -300, 4 } },
        { IdvPrimitive.UInt16, new ushort[] { 65535, 0 } },
        { IdvPrimitive.Int32, new[] { int.MinValue, 7 } },
        { IdvPrimitive.UInt32, new[] { uint.MaxValue, 7u } },
        { IdvPrimitive.Int64, new[] { long.MinValue, 7L } },
        { IdvPrimitive.UInt64, new[] { ulong.MaxValue, 7UL } },
        { IdvPrimitive.Single, new[] { float.NaN, 1.5f } },
        { IdvPrimitive.Double, new[] { double.NegativeInfinity, 0.1 } },
        { IdvPrimitive.Text, new[] { "Hose, größer", "" } },
        { IdvPrimitive.Boolean, new[] { true, false } },
        { IdvPrimitive.TimeSpan, new[] { TimeSpan.FromSeconds(-5), TimeSpan.MaxValue } },
        { IdvPrimitive.DateTime, new[] { new DateTime(2017, 8, 25), DateTime.MinValue } },
        { IdvPrimitive.DateTimeOffset, new[] { new DateTimeOffset(2017, 8, 25, 1, 2, 3, TimeSpan.FromMinutes(-90)), DateTimeOffset.MinValue } },
        { IdvPrimitive.RowId, new[] { UInt128.MaxValue - 1, UInt128.One } },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_kind_of_value_comes_back(IdvPrimitive primitive, object values)
    {
        var array = (Array)values;
        var vector = IdvAnnotation.Vector("Vector", array);
        Assert.Equal(new IdvType(primitive, null, [2]), vector.Type);
        var open = new IdvAnnotation("Open", new IdvType(primitive, null, []), array);
        var single = new IdvAnnotation("Single", new IdvType(primitive), array.GetValue(0)!);
        var written = new IdvColumn("Column", new IdvType(primitive, null, [3, 0]), [vector, open, single]);

        var read = Assert.Single(IdvSchemaReader.Read(IdvSchemaWriter.Write([written]), "schema"));
        Assert.Equal((written.Name, written.Type), (read.Name, read.Type));
        Assert.Equal(written.Annotations.Select(a => (a.Name, a.Type)), read.Annotations.Select(a => (a.Name, a.Type)));
        Assert.Equal(array, read.Annotation("Vector")!.Value);
        Assert.Equal(array, read.Annotation("Open")!.Value);
        Assert.Equal(array.GetValue(0), read.Annotation("Single")!.Value);
    }

    [Fact]
    public void Keys_vectors_of_keys_and_repeated_names_come_back()
    {
        IdvColumn[] columns =
        [
            new("Label", IdvType.Key(IdvPrimitive.UInt32, 10), [IdvAnnotation.Singles("KeyValues", [9, 0, 3, 2, 7, 5, 1, 6, 4, 8])]),
            new("Label", IdvType.Key(IdvPrimitive.Byte, 3) with { Dimensions = [4] }),
            new("Features", IdvType.SingleVector(784), [IdvAnnotation.True("IsNormalized")]),
            new("Name", new IdvType(IdvPrimitive.Text)),
        ];
        var read = IdvSchemaReader.Read(IdvSchemaWriter.Write(columns), "schema");
        Assert.Equal(columns.Select(column => (column.Name, column.Type)), read.Select(column => (column.Name, column.Type)));
        Assert.Equal(columns[0].Annotations[0].Value, read[0].Annotation("KeyValues")!.Value);
        Assert.Equal(true, read[2].Annotation("IsNormalized")!.Value);
        Assert.Null(read[3].Annotation("KeyValues"));
        Assert.Empty(IdvSchemaReader.Read(IdvSchemaWriter.Write([]), "schema"));
    }

    [Fact]
    public void An_annotation_of_the_wrong_type_or_length_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Write(new("KeyValues", IdvType.TextVector(2), new[] { "one" })));
        Assert.Throws<ArgumentException>(() => Write(new("KeyValues", IdvType.TextVector(2), "one")));
        Assert.Throws<ArgumentException>(() => Write(new("KeyValues", IdvType.TextVector(1), new[] { 1f })));
        Assert.Throws<ArgumentException>(() => Write(new("IsNormalized", new IdvType(IdvPrimitive.Boolean), 1)));

        static void Write(IdvAnnotation annotation) => IdvSchemaWriter.Write([new("Column", new IdvType(IdvPrimitive.Single), [annotation])]);
    }

    [Fact]
    public void Damage_anywhere_is_either_refused_or_read()
    {
        var bytes = IdvSchemaWriter.Write(
        [
            new("Label", IdvType.Key(IdvPrimitive.UInt32, 2), [IdvAnnotation.Texts("KeyValues", ["Trouser trouser", "Trouser trouser"])]),
            new("Features", IdvType.SingleVector(784), [IdvAnnotation.True("IsNormalized")]),
        ]);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => IdvSchemaReader.Read(bytes.AsMemory(0, length), "schema"));
        var refused = 0;
        for (var i = 0; i < bytes.Length * 256; i++)
        {
            var changed = bytes.ToArray();
            changed[i / 256] = (byte)i;
            try
            {
                IdvSchemaReader.Read(changed, "schema");
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1000, bytes.Length * 256);
    }
}
