using System.Text;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Maps values to keys.</summary>
public sealed class ValueToKeyMappingTransformer : OneToOneTransformerBase
{
    private const string VocabularyFolder = "Vocabulary";

    private readonly TermMap[] _maps;
    private readonly bool[] _textKeyValues;

    internal ValueToKeyMappingTransformer(IHostEnvironment environment, (string Output, string Input)[] columns, TermMap[] maps, bool[] textKeyValues)
        : base(environment.Register(nameof(ValueToKeyMappingTransformer)), columns)
    {
        _maps = maps;
        _textKeyValues = textKeyValues;
    }

    [Loadable("TermTransform")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("TERMTRNF", 0x00010003, 0x00010003);
        var columns = ColumnPairBlock.Read(reader);
        var textKeyValues = new bool[columns.Length];
        for (var index = 0; index < textKeyValues.Length; index++)
            textKeyValues[index] = reader.ReadBoolean();

        var vocabulary = context.Part(VocabularyFolder).Reader;
        vocabulary.CheckVersion("TERM MAN", 0x00010002, 0x00010002);
        var maps = new TermMap[vocabulary.ReadCount()];
        if (maps.Length != columns.Length)
            throw vocabulary.Fault($"it holds {maps.Length} maps for {columns.Length} columns");
        for (var index = 0; index < maps.Length; index++)
            maps[index] = TermMaps.Read(vocabulary);
        vocabulary.CheckEnd();
        return new ValueToKeyMappingTransformer(context.Environment, columns, maps, textKeyValues);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
        {
            var item = inputs[index].Type is VectorDataViewType vector ? vector.ItemType : inputs[index].Type;
            if (!item.Equals(_maps[index].ItemType))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(inputSchema), $"Schema mismatch for input column '{Columns[index].Input}': expected {_maps[index].ItemType}, got {item}");
            }

            var key = new KeyDataViewType(typeof(uint), Math.Max(1, _maps[index].Count));
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(inputs[index].Annotations, name => name == AnnotationKinds.SlotNames);
            _maps[index].AddKeyValues(annotations, _textKeyValues[index]);
            DataViewType type = inputs[index].Type is VectorDataViewType source ? new VectorDataViewType(key, source.Dimensions) : key;
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, type, annotations.ToAnnotations());
        }

        return new OneToOneMapper(inputs, outputs, (row, index) => _maps[index].CreateGetter(row, inputs[index]));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("TERMTRNF", 0x00010003, 0x00010003, "TermTransform", MlNetAssemblies.Data));
        ColumnPairBlock.Write(block, Columns);
        foreach (var asText in _textKeyValues)
            block.WriteBoolean(asText);
        ctx.SaveModel(SaveVocabulary, VocabularyFolder);
    }

    private void SaveVocabulary(ModelSaveContext context)
    {
        var block = context.Begin(new ModelBlockHeader("TERM MAN", 0x00010002, 0x00010002, "TermManager", MlNetAssemblies.Data));
        block.WriteInt32(_maps.Length);
        var text = new StringBuilder();
        foreach (var map in _maps)
        {
            map.Write(block);
            map.WriteText(text);
        }

        context.AddEntry("Terms.txt", Encoding.UTF8.GetBytes(text.ToString()));
    }
}
