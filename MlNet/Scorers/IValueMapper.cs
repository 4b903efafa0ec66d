namespace Microsoft.ML.Data;

/// <summary>Maps a value; buffers inside <paramref name="destination"/> are reused.</summary>
internal delegate void ValueMapper<TSource, TDestination>(in TSource source, ref TDestination destination);

/// <summary>A model that scores one feature value. A mapper it gives is used by one thread; the model itself by many.</summary>
internal interface IValueMapper
{
    /// <summary>The type of the features, normally a vector of single-precision numbers of known size.</summary>
    DataViewType InputType { get; }

    /// <summary>The type of the scores.</summary>
    DataViewType OutputType { get; }

    /// <summary>A mapper between the raw types of <see cref="InputType"/> and <see cref="OutputType"/>.</summary>
    ValueMapper<TSource, TDestination> GetMapper<TSource, TDestination>();
}
