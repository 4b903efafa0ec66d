using System.Text.Json.Nodes;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks.Tests;

public class LayerListTests
{
    [Fact]
    public void Each_layer_is_described_in_full()
    {
        var architecture = new NetworkArchitecture("all", new TensorShape(9, 8, 3),
        [
            new Conv2D(4, 5) { Strides = 2, Padding = Padding.Same, UseBias = false, L2 = 0.001 }, new ActivationLayer(Activation.LeakyRelu), new MaxPool2D(2) { Strides = 1 },
            new AveragePool2D(3) { Strides = 1, Padding = Padding.Same }, new BatchNormalization(),
            new Residual([new Conv2D(4, 1)]) { Shortcut = [new Conv2D(4, 1) { UseBias = false }], Activation = Activation.Relu },
            new Flatten(), new Dropout(0.5), new Dense(10) { Activation = Activation.Softmax },
        ]);

        var expected = JsonNode.Parse("""
            {
              "input": [9, 8, 3],
              "layers": [
                { "kind": "conv2d", "filters": 4, "kernel": 5, "strides": 2, "padding": "same", "bias": false, "l2": 0.001, "activation": "linear" },
                { "kind": "activation", "activation": "leaky_relu" },
                { "kind": "max_pool2d", "size": 2, "strides": 1, "padding": "valid" },
                { "kind": "average_pool2d", "size": 3, "strides": 1, "padding": "same" },
                { "kind": "batch_normalization", "momentum": 0.99, "epsilon": 0.001 },
                { "kind": "residual",
                  "layers": [{ "kind": "conv2d", "filters": 4, "kernel": 1, "strides": 1, "padding": "valid", "bias": true, "l2": 0, "activation": "linear" }],
                  "shortcut": [{ "kind": "conv2d", "filters": 4, "kernel": 1, "strides": 1, "padding": "valid", "bias": false, "l2": 0, "activation": "linear" }],
                  "activation": "relu" },
                { "kind": "flatten" },
                { "kind": "dropout", "rate": 0.5 },
                { "kind": "dense", "units": 10, "bias": true, "l2": 0, "activation": "softmax" }
              ]
            }
            """);
        Assert.Equal(expected!.ToJsonString(), LayerList.Of(architecture).ToJsonString());
    }

    [Fact]
    public void Optimisers_carry_their_settings()
    {
        Assert.Equal("""{"kind":"sgd","learning_rate":0.05,"momentum":0.9,"nesterov":true}""",
            LayerList.Of(new Sgd { LearningRate = 0.05, Momentum = 0.9, Nesterov = true }).ToJsonString());
        Assert.Equal("""{"kind":"rmsprop","learning_rate":0.001,"rho":0.9,"momentum":0,"epsilon":1E-07}""", LayerList.Of(new RmsProp()).ToJsonString());
        Assert.Equal("""{"kind":"adam","learning_rate":0.001,"beta1":0.9,"beta2":0.999,"epsilon":1E-07}""", LayerList.Of(new Adam()).ToJsonString());
    }
}
