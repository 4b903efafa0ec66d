using System.Text.Json.Nodes;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks;

/// <summary>Networks, optimisers and image changes as the plain JSON that peers build theirs from.</summary>
internal static class LayerList
{
    /// <exception cref="ArgumentException">A layer has no description for peers.</exception>
    public static JsonObject Of(NetworkArchitecture architecture) => new()
    {
        ["input"] = new JsonArray(architecture.Input.Height, architecture.Input.Width, architecture.Input.Channels),
        ["layers"] = new JsonArray([.. architecture.Layers.Select(Of)]),
    };

    /// <exception cref="ArgumentException">The optimiser has no description for peers.</exception>
    public static JsonObject Of(Optimizer optimizer) => optimizer switch
    {
        Sgd sgd => new() { ["kind"] = "sgd", ["learning_rate"] = sgd.LearningRate, ["momentum"] = sgd.Momentum, ["nesterov"] = sgd.Nesterov },
        Adam adam => new()
        {
            ["kind"] = "adam", ["learning_rate"] = adam.LearningRate, ["beta1"] = adam.Beta1, ["beta2"] = adam.Beta2, ["epsilon"] = adam.Epsilon,
        },
        RmsProp { Centered: false } rms => new()
        {
            ["kind"] = "rmsprop", ["learning_rate"] = rms.LearningRate, ["rho"] = rms.Rho, ["momentum"] = rms.Momentum, ["epsilon"] = rms.Epsilon,
        },
        _ => throw new ArgumentException($"Peers know no optimiser '{optimizer.GetType().Name}'."),
    };

    /// <summary>Only the changes that are benchmarked: the affine ones, and the horizontal flip.</summary>
    public static JsonObject Of(Augmentation augmentation) => new()
    {
        ["rotation_range"] = augmentation.RotationRange,
        ["width_shift_range"] = augmentation.WidthShiftRange,
        ["height_shift_range"] = augmentation.HeightShiftRange,
        ["shear_range"] = augmentation.ShearRange,
        ["zoom_range"] = augmentation.ZoomRange is { } zoom ? (zoom.Upper - zoom.Lower) / 2 : 0,
        ["horizontal_flip"] = augmentation.HorizontalFlip,
    };

    private static JsonNode Of(Layer layer) => layer switch
    {
        Conv2D conv => new JsonObject
        {
            ["kind"] = "conv2d", ["filters"] = conv.Filters, ["kernel"] = conv.KernelSize, ["strides"] = conv.Strides, ["padding"] = Of(conv.Padding),
            ["bias"] = conv.UseBias, ["l2"] = conv.L2, ["activation"] = Of(conv.Activation),
        },
        MaxPool2D pool => new JsonObject
        {
            ["kind"] = "max_pool2d", ["size"] = pool.PoolSize, ["strides"] = pool.Strides ?? pool.PoolSize, ["padding"] = Of(pool.Padding),
        },
        AveragePool2D pool => new JsonObject
        {
            ["kind"] = "average_pool2d", ["size"] = pool.PoolSize, ["strides"] = pool.Strides ?? pool.PoolSize, ["padding"] = Of(pool.Padding),
        },
        GlobalAveragePool2D => new JsonObject { ["kind"] = "global_average_pool2d" },
        BatchNormalization { Center: true, Scale: true } norm => new JsonObject
        {
            ["kind"] = "batch_normalization", ["momentum"] = norm.Momentum, ["epsilon"] = norm.Epsilon,
        },
        Residual residual => new JsonObject
        {
            ["kind"] = "residual", ["layers"] = new JsonArray([.. residual.Body.Select(Of)]), ["shortcut"] = new JsonArray([.. residual.Shortcut.Select(Of)]),
            ["activation"] = Of(residual.Activation),
        },
        Dense dense => new JsonObject
        {
            ["kind"] = "dense", ["units"] = dense.Units, ["bias"] = dense.UseBias, ["l2"] = dense.L2, ["activation"] = Of(dense.Activation),
        },
        Dropout dropout => new JsonObject { ["kind"] = "dropout", ["rate"] = dropout.Rate },
        Flatten => new JsonObject { ["kind"] = "flatten" },
        ActivationLayer activation => new JsonObject { ["kind"] = "activation", ["activation"] = Of(activation.Function) },
        _ => throw new ArgumentException($"Peers know no layer '{layer.GetType().Name}'."),
    };

    private static string Of(Padding padding) => padding == Padding.Same ? "same" : "valid";

    private static string Of(Activation activation) => activation switch
    {
        Activation.LeakyRelu => "leaky_relu",
        _ => activation.ToString().ToLowerInvariant(),
    };
}
