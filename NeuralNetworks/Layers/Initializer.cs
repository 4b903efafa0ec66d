namespace MlNetFashion.NeuralNetworks;

/// <summary>How a kernel starts. Fans are those of Keras: for a convolution, kernel area x channels.</summary>
public enum Initializer
{
    /// <summary>Uniform in +-sqrt(6 / (fan in + fan out)) (Glorot and Bengio 2010). Keras's default.</summary>
    GlorotUniform,

    /// <summary>Normal, truncated at two deviations, variance 2 / (fan in + fan out).</summary>
    GlorotNormal,

    /// <summary>Uniform in +-sqrt(6 / fan in) (He et al. 2015).</summary>
    HeUniform,

    /// <summary>Normal, truncated at two deviations, variance 2 / fan in.</summary>
    HeNormal,

    /// <summary>All zero.</summary>
    Zeros,

    /// <summary>All one.</summary>
    Ones,
}
