using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class SchemaShape
{
    /// <summary>What is known about one column.</summary>
    public struct Column
    {
        /// <summary>Whether the column is a vector.</summary>
        public enum VectorKind
        {
            /// <summary>A single value.</summary>
            Scalar = 0,

            /// <summary>A vector of a size that will be known.</summary>
            Vector = 1,

            /// <summary>A vector whose length differs from row to row.</summary>
            VariableVector = 2,
        }

        /// <summary>The name.</summary>
        public readonly string Name;

        /// <summary>Whether the column is a vector.</summary>
        public readonly VectorKind Kind;

        /// <summary>The type of the items; for a key the number type beneath it.</summary>
        public readonly DataViewType ItemType;

        /// <summary>True when the items are keys.</summary>
        public readonly bool IsKey;

        /// <summary>The annotations that will be there.</summary>
        public readonly SchemaShape Annotations;

        internal Column(string name, VectorKind kind, DataViewType itemType, bool isKey, SchemaShape? annotations = null)
        {
            Name = name;
            Kind = kind;
            ItemType = itemType;
            IsKey = isKey;
            Annotations = annotations ?? Empty;
        }

        internal Column(string name, DataViewType type, SchemaShape? annotations = null)
        {
            Name = name;
            Kind = type is VectorDataViewType vector ? (vector.IsKnownSize ? VectorKind.Vector : VectorKind.VariableVector) : VectorKind.Scalar;
            var item = type is VectorDataViewType { ItemType: var itemType } ? itemType : type;
            IsKey = item is KeyDataViewType;
            ItemType = IsKey ? NumberTypes.Of(item.RawType) : item;
            Annotations = annotations ?? Empty;
        }

        internal readonly bool IsValid => Name is not null && ItemType is not null;

        /// <summary>The type in words, as error messages give it.</summary>
        internal readonly string TypeText
        {
            get
            {
                var item = IsKey ? $"Key<{ItemType}>" : ItemType.ToString()!;
                return Kind switch
                {
                    VectorKind.Vector => $"Vector<{item}>",
                    VectorKind.VariableVector => $"VarVector<{item}>",
                    _ => item,
                };
            }
        }

        internal readonly Column WithName(string name) => new(name, Kind, ItemType, IsKey, Annotations);

        internal readonly Column WithAnnotations(SchemaShape? annotations) => new(Name, Kind, ItemType, IsKey, annotations);

        internal readonly bool HasAnnotation(string name) => Annotations.TryFindColumn(name, out _);

        /// <summary>True when <paramref name="source"/> can stand where this column is asked for: same type, and every annotation that is asked for.</summary>
        internal readonly bool IsCompatibleWith(Column source) =>
            source.IsValid && Kind == source.Kind && IsKey == source.IsKey && ItemType.Equals(source.ItemType)
            && Annotations.All(wanted => source.Annotations.TryFindColumn(wanted.Name, out var found) && wanted.IsCompatibleWith(found));
    }
}
