namespace MlNetFashion.NeuralNetworks;

/// <summary>The functions a layer can end with; names and constants are Keras's.</summary>
public enum Activation
{
    /// <summary>x, unchanged.</summary>
    Linear,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>x where positive, slope * x elsewhere; the slope is 0.2 unless an <see cref="ActivationLayer"/> says otherwise.</summary>
    LeakyRelu,

    /// <summary>x where positive, alpha * (exp(x) - 1) elsewhere; alpha is 1 unless an <see cref="ActivationLayer"/> says otherwise.</summary>
    Elu,

    /// <summary>x * Phi(x) with Phi the normal distribution function (the exact form, Hendrycks and Gimpel 2016).</summary>
    Gelu,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>exp(x) normalised to sum to one over the channels.</summary>
    Softmax,
}
