"""Trains a network as PyTorch does, in double precision, from weights and a batch that are given. JSON on stdin, JSON on stdout.

Request: {architecture: as NetworkArchitecture.ToJson gives it, parameters: [[{name, shape, values}]] by layer, images: [..] NHWC, labels,
optimizer: {kind, ..}, steps}. Answer: {outputs (before, in training mode), loss, gradients: [..] by array in order, losses, parameters (after all steps)}.
"""

import json
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
ACTIVATIONS = {
    "linear": lambda x: x, "relu": torch.relu, "leakyRelu": lambda x: F.leaky_relu(x, 0.2), "elu": F.elu, "gelu": F.gelu,
    "sigmoid": torch.sigmoid, "tanh": torch.tanh, "softmax": lambda x: x,  # the loss takes the scores
}


def pads(size, kernel, stride, same):
    total = max(0, (-(-size // stride) - 1) * stride + kernel - size) if same else 0
    return [total // 2, total - total // 2]


def pad(x, kernel, stride, same, value=0.0):
    return F.pad(x, pads(x.shape[3], kernel, stride, same) + pads(x.shape[2], kernel, stride, same), value=value)


def run_layer(layer, x, arrays):
    """x is [batch, channels, height, width] or [batch, features]; arrays are those of the layer, by name."""
    kind, same = layer["type"], layer.get("padding") == "same"
    if kind == "Conv2D":
        kernel, stride = layer["kernelSize"], layer["strides"]
        y = F.conv2d(pad(x, kernel, stride, same), arrays["kernel"].permute(3, 2, 0, 1), arrays.get("bias"), stride)
        return ACTIVATIONS[layer["activation"]](y)
    if kind == "Dense":
        y = x.reshape(x.shape[0], -1) @ arrays["kernel"]
        return ACTIVATIONS[layer["activation"]](y + arrays["bias"] if "bias" in arrays else y)
    if kind == "MaxPool2D":
        size, stride = layer["poolSize"], layer.get("strides") or layer["poolSize"]
        return F.max_pool2d(pad(x, size, stride, same, float("-inf")), size, stride)
    if kind == "AveragePool2D":
        size, stride = layer["poolSize"], layer.get("strides") or layer["poolSize"]
        if not same:
            return F.avg_pool2d(x, size, stride)
        return F.avg_pool2d(pad(x, size, stride, same), size, stride) / F.avg_pool2d(pad(torch.ones_like(x), size, stride, same), size, stride)
    if kind == "GlobalAveragePool2D":
        return x.mean((2, 3))
    if kind == "Flatten":
        return x.permute(0, 2, 3, 1).reshape(x.shape[0], -1) if x.dim() == 4 else x
    if kind == "BatchNormalization":
        return F.batch_norm(x, None, None, arrays.get("gamma"), arrays.get("beta"), training=True, eps=layer["epsilon"])
    if kind == "ActivationLayer":
        return ACTIVATIONS[layer["function"]](x)
    if kind == "Residual":
        def branch(layers, value, path):
            seen = {}
            for inner in layers:
                base = {"Conv2D": "conv2d", "BatchNormalization": "batch_normalization", "ActivationLayer": "activation"}[inner["type"]]
                number = seen.get(base, 0)
                seen[base] = number + 1
                prefix = path + (f"{base}_{number}" if number else base) + "/"
                own = {name[len(prefix):]: values for name, values in arrays.items() if name.startswith(prefix)}
                value = run_layer(inner, value, own)
            return value

        return ACTIVATIONS[layer["activation"]](branch(layer["body"], x, "") + branch(layer["shortcut"], x, "shortcut/"))
    raise ValueError(f"no layer '{kind}' here")


def make_optimizer(o, parameters):
    kind, rate = o["kind"], o["learningRate"]
    if kind == "Sgd":
        return torch.optim.SGD(parameters, rate, momentum=o["momentum"], nesterov=o["nesterov"])
    if kind in ("Adam", "AdamW", "Adamax"):
        decay = {"weight_decay": o["weightDecay"]} if kind == "AdamW" else {}
        return getattr(torch.optim, kind)(parameters, rate, (o["beta1"], o["beta2"]), o["epsilon"], **decay)
    if kind == "RmsProp":
        return torch.optim.RMSprop(parameters, rate, o["rho"], o["epsilon"], momentum=o["momentum"], centered=o["centered"])
    if kind == "Adagrad":
        return torch.optim.Adagrad(parameters, rate, initial_accumulator_value=o["initialAccumulator"], eps=o["epsilon"])
    if kind == "Adadelta":
        return torch.optim.Adadelta(parameters, rate, o["rho"], o["epsilon"])
    raise ValueError(f"no optimiser '{kind}' here")


def main():
    request = json.load(sys.stdin)
    architecture = request["architecture"]
    shape = architecture["input"]
    arrays = [{a["name"]: torch.tensor(a["values"], dtype=torch.float64).reshape(a["shape"]) for a in layer} for layer in request["parameters"]]
    trained = [values for layer in arrays for name, values in layer.items() if "moving_" not in name]
    for values in trained:
        values.requires_grad_()
    x = torch.tensor(request["images"], dtype=torch.float64).reshape(-1, shape["height"], shape["width"], shape["channels"]).permute(0, 3, 1, 2)
    labels = torch.tensor(request["labels"])

    def loss_of():
        y = x
        for layer, own in zip(architecture["layers"], arrays):
            y = run_layer(layer, y, own)
        loss = F.cross_entropy(y, labels)
        for layer, own in zip(architecture["layers"], arrays):
            if layer.get("l2"):
                loss = loss + layer["l2"] * (own["kernel"] ** 2).sum()
        return y, loss

    optimizer = make_optimizer(request["optimizer"], trained)
    scores, loss = loss_of()
    loss.backward()
    answer = {
        "outputs": F.softmax(scores, 1).reshape(-1).tolist(), "loss": loss.item(),
        "gradients": [values.grad.reshape(-1).tolist() for values in trained], "losses": [],
    }
    for _ in range(request["steps"]):
        optimizer.zero_grad()
        _, loss = loss_of()
        loss.backward()
        optimizer.step()
        answer["losses"].append(loss.item())
    answer["parameters"] = [values.detach().reshape(-1).tolist() for values in trained]
    json.dump(answer, sys.stdout)


main()
