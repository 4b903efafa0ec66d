using System.Collections.Immutable;
using MlNetFashion.Interchange.Idv;

namespace Microsoft.ML.Model;

/// <summary>A schema as the file that a model archive holds.</summary>
internal static class SchemaFile
{
    internal static byte[] Write(DataViewSchema schema, bool keepHidden) =>
        IdvSchemaWriter.Write([.. schema
            .Where(column => keepHidden || !column.IsHidden)
            .Select(column => (Column: column, Type: IdvTypes.TryFrom(column.Type)))
            .Where(item => item.Type is not null)
            .Select(item => new IdvColumn(item.Column.Name, item.Type!, AnnotationsOf(item.Column)))]);

    internal static DataViewSchema Read(byte[] bytes, string source) => FromColumns(IdvSchemaReader.Read(bytes, source), source);

    internal static DataViewSchema FromColumns(ImmutableArray<IdvColumn> columns, string source) => DataViewSchema.FromColumns(columns.Select(column =>
    {
        if (column.Name.Length == 0)
            throw new InvalidDataException($"{source} is damaged: a column has no name.");
        return new DataViewSchema.DetachedColumn(column.Name, IdvTypes.ToDataViewType(column.Type, source), AnnotationsOf(column, source));
    }));

    internal static ImmutableArray<IdvAnnotation> AnnotationsOf(DataViewSchema.Column column) =>
    [
        .. column.Annotations.Schema
            .Where(annotation => !annotation.IsHidden)
            .Select(annotation => (Annotation: annotation, Type: IdvTypes.TryFrom(annotation.Type)))
            .Where(item => item.Type is not null)
            .Select(item => new IdvAnnotation(
                item.Annotation.Name,
                item.Type!,
                AnnotationValue.Create(item.Annotation.Type).ToIdv(column.Annotations, item.Annotation.Name))),
    ];

    private static DataViewSchema.Annotations AnnotationsOf(IdvColumn column, string source)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        foreach (var annotation in column.Annotations)
        {
            if (annotation.Name.Length == 0)
                throw new InvalidDataException($"{source} is damaged: an annotation of column '{column.Name}' has no name.");
            var type = IdvTypes.ToDataViewType(annotation.Type, source);
            builder.Add(annotation.Name, type, AnnotationValue.Create(type).FromIdv(annotation.Value));
        }

        return builder.ToAnnotations();
    }
}
