namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>What the one-channel convolution fused with pooling works on: one image, one panel of filters.</summary>
internal unsafe struct DirectConvolutionShape
{
    /// <summary>The image, one channel, with its border of zeros if there is padding.</summary>
    public float* Image;

    /// <summary>From one row of the image to the next.</summary>
    public nint ImageRow;

    /// <summary>Nine rows of weights, one a tap.</summary>
    public float* Weights;

    /// <summary>From one tap to the next.</summary>
    public nint WeightRow;

    /// <summary>Pooled rows and columns; what the pooling would discard is never computed.</summary>
    public int Rows, Columns;

    /// <summary>Physical number of filters: from one pooled pixel to the next.</summary>
    public nint Filters;

    /// <summary>Pooled output of this panel (for gradients: as the forward pass left it).</summary>
    public float* Output;

    /// <summary>Which of its four pixels each pooled one came from: two bits each, sixteen to a lane.</summary>
    public float* Winners;

    public float* Bias;

    public bool Drop;

    public DropoutMask Mask;

    /// <summary>Position of <see cref="Output"/> for the dropout mask.</summary>
    public uint Position;

    /// <summary>Gradient of the loss by the pooled output.</summary>
    public float* OutputGradient;

    /// <summary>What a kept value was multiplied by.</summary>
    public float Scale;

    public float* WeightGradient;

    public float* BiasGradient;
}
