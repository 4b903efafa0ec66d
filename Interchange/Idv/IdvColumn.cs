using System.Collections.Immutable;

namespace MlNetFashion.Interchange.Idv;

/// <summary>A column of an IDV file. Whether it is hidden is not stored: names may repeat, and the last one of a name is meant.</summary>
public sealed record IdvColumn(string Name, IdvType Type, ImmutableArray<IdvAnnotation> Annotations)
{
    public IdvColumn(string name, IdvType type)
        : this(name, type, [])
    {
    }

    /// <summary>The annotation of that name, or null.</summary>
    public IdvAnnotation? Annotation(string name) => Annotations.FirstOrDefault(annotation => annotation.Name == name);
}
