"""Writes operators.json: operators of ONNX and TensorFlow with small inputs, and what PyTorch or NumPy makes of them.

Run with the Python that has PyTorch and NumPy: python3 operators.py. The results are kept, so that the tests need neither.
"""

import json
import os

import numpy as np
import torch
import torch.nn.functional as F

random = np.random.RandomState(3)
cases = []
tensors = []  # each once, however many cases use it


def draw(*shape):
    return np.round(random.uniform(-2, 2, shape), 3).astype(np.float32)


def positive(*shape):
    return np.round(random.uniform(0.2, 3, shape), 3).astype(np.float32)


def tensor(values):
    values = np.asarray(values)
    kinds = {"float32": "Single", "int64": "Int64", "int32": "Int32", "bool": "Boolean", "uint8": "Byte"}
    stored = {"type": kinds[values.dtype.name], "shape": list(values.shape), "values": [float(f"{v:.6g}") if values.dtype.kind == "f" else int(v) for v in values.ravel()]}
    if stored not in tensors:
        tensors.append(stored)
    return tensors.index(stored)


def case(file_format, operation, inputs, outputs, constants=(), **attributes):
    outputs = outputs if isinstance(outputs, (list, tuple)) else [outputs]
    outputs = [o.detach().numpy() if isinstance(o, torch.Tensor) else np.asarray(o) for o in outputs]
    kinds = {bool: "truth", int: "integer", float: "number", str: "text"}
    listed = {
        name: {"kind": "integers" if isinstance(value, (list, tuple)) and all(isinstance(v, int) for v in value) else
               "numbers" if isinstance(value, (list, tuple)) else kinds[type(value)], "value": value}
        for name, value in attributes.items()}
    cases.append({
        "format": file_format, "operation": operation, "inputs": [None if i is None else tensor(i) for i in inputs], "constants": list(constants),
        "attributes": listed, "outputs": [tensor(o) for o in outputs]})


def onnx(operation, inputs, outputs, constants=(), **attributes):
    case("onnx", operation, inputs, outputs, constants, **attributes)


def flow(operation, inputs, outputs, constants=(), **attributes):
    case("tensorflow", operation, inputs, outputs, constants, **attributes)


def t(values):
    return torch.from_numpy(np.ascontiguousarray(values))


def nhwc(images):
    return images.transpose(0, 2, 3, 1)


def nchw(images):
    return images.transpose(0, 3, 1, 2)


# ---- single values, alike in both formats
x = draw(2, 3, 4)
for name, function in {
    "Abs": torch.abs, "Neg": torch.neg, "Sign": torch.sign, "Floor": torch.floor, "Ceil": torch.ceil, "Exp": torch.exp, "Sin": torch.sin, "Cos": torch.cos,
    "Tan": torch.tan, "Tanh": torch.tanh, "Sigmoid": torch.sigmoid, "Softplus": F.softplus, "Softsign": F.softsign, "Erf": torch.erf, "Relu": torch.relu,
    "Round": torch.round, "Selu": F.selu, "Elu": F.elu, "Identity": lambda v: v,
}.items():
    onnx(name, [x], function(t(x)))
    flow(name, [x], function(t(x)))
x = positive(3, 5)
for name, function in {"Sqrt": torch.sqrt, "Log": torch.log, "Reciprocal": torch.reciprocal}.items():
    onnx(name, [x], function(t(x)))
    flow(name, [x], function(t(x)))
for name, function in {"Rsqrt": torch.rsqrt, "Log1p": torch.log1p, "Expm1": torch.expm1, "Square": torch.square}.items():
    flow(name, [x], function(t(x)))
x = draw(2, 9)
flow("Relu6", [4 * x], torch.clamp(t(4 * x), 0, 6))
onnx("LeakyRelu", [x], F.leaky_relu(t(x), 0.3), alpha=0.3)
flow("LeakyRelu", [x], F.leaky_relu(t(x), 0.3), alpha=0.3)
onnx("Celu", [x], F.celu(t(x), 0.7), alpha=0.7)
onnx("Mish", [x], F.mish(t(x)))
onnx("HardSwish", [2 * x], F.hardswish(t(2 * x)))
onnx("HardSigmoid", [x], torch.clamp(t(x) * 0.4 + 0.3, 0, 1), alpha=0.4, beta=0.3)
onnx("Gelu", [x], F.gelu(t(x)))
onnx("Gelu", [x], F.gelu(t(x), approximate="tanh"), approximate="tanh")
onnx("ThresholdedRelu", [x], torch.where(t(x) > 0.5, t(x), torch.zeros(2, 9)), alpha=0.5)
x, s = draw(1, 3, 2, 2), draw(3, 1, 1)
onnx("PRelu", [x, s], F.prelu(t(x), t(s).flatten()), [1])
for name in ("Asin", "Acos", "Atan", "Atanh"):
    onnx(name, [x / 2.5], getattr(torch, name.lower())(t(x / 2.5)))
for name in ("Sinh", "Cosh", "Asinh"):
    onnx(name, [x], getattr(torch, name.lower())(t(x)))
onnx("Acosh", [np.abs(x) + 1.5], torch.acosh(t(np.abs(x) + 1.5)))
onnx("Clip", [x, np.float32(-0.5), np.float32(1)], torch.clamp(t(x), -0.5, 1), [1, 2])
onnx("Clip", [x, np.float32(-0.5), np.float32(1)], torch.clamp(t(x), -0.5, 1))
onnx("Clip", [x, None, np.float32(1)], torch.clamp(t(x), max=1), [2])
onnx("IsNaN", [x], np.isnan(x))

# ---- pairs
shapes = [((2, 3, 4), (2, 3, 4)), ((2, 3, 4), (4,)), ((3, 1), (2, 3, 4)), ((2, 1, 4), (3, 1)), ((), (2, 3)), ((2, 3, 4, 5), (3, 1, 1))]
for a, b in shapes:
    x, y = draw(*a), positive(*b)
    for name, other, function in (("Add", "AddV2", np.add), ("Sub", "Sub", np.subtract), ("Mul", "Mul", np.multiply), ("Div", "RealDiv", np.divide)):
        onnx(name, [x, y], function(x, y))
        flow(other, [x, y], function(x, y))
x, y = positive(3, 4), draw(4)
onnx("Pow", [x, y], np.power(x, y))
onnx("Pow", [x, np.array([2], np.int64)], np.power(x, 2))
flow("Pow", [x, y], np.power(x, y))
flow("SquaredDifference", [x, y], np.square(x - y))
flow("Maximum", [x, y], np.maximum(x, y))
flow("Minimum", [x, y], np.minimum(x, y))
onnx("Max", [x, y, 2 * x - 2], np.maximum(np.maximum(x, y), 2 * x - 2))
onnx("Min", [x, y, 2 * x - 2], np.minimum(np.minimum(x, y), 2 * x - 2))
onnx("Sum", [x, y, x], x + y + x)
onnx("Mean", [x, y, x], (x + y + x) / 3)
flow("AddN", [x, x + 1, x], x + x + 1 + x)
p, q = np.array([7, -7, 7, -7], np.int32), np.array([2, 2, -2, -2], np.int32)
onnx("Div", [p, q], np.trunc(p / q).astype(np.int32))
onnx("Mod", [p, q], np.mod(p, q))
onnx("Mod", [p, q], np.fmod(p, q), fmod=1)
flow("FloorDiv", [p, q], p // q)
flow("FloorMod", [p, q], np.mod(p, q))
flow("FloorDiv", [x, y], np.floor(x / y))
for name, other, function in (("Equal", "Equal", np.equal), ("Less", "Less", np.less), ("Greater", "Greater", np.greater), ("LessOrEqual", "LessEqual", np.less_equal),
                              ("GreaterOrEqual", "GreaterEqual", np.greater_equal)):
    onnx(name, [p, q], function(p, q))
    flow(other, [p, q], function(p, q))
a, b = np.array([True, True, False, False]), np.array([True, False, True, False])
for name, other, function in (("And", "LogicalAnd", np.logical_and), ("Or", "LogicalOr", np.logical_or)):
    onnx(name, [a, b], function(a, b))
    flow(other, [a, b], function(a, b))
onnx("Xor", [a, b], np.logical_xor(a, b))
onnx("Not", [a], ~a)
onnx("Where", [a, y, x], np.where(a, y, x))
flow("SelectV2", [a, y, x], np.where(a, y, x))
onnx("Cast", [x * 3 - 4], (x * 3 - 4).astype(np.int64), to=7)
onnx("Cast", [p], p.astype(np.float32), to=1)
onnx("Cast", [x - 1], np.ones((3, 4), bool), to=9)

# ---- products
x, w = draw(3, 5), draw(5, 4)
onnx("MatMul", [x, w], x @ w)
onnx("MatMul", [x, w], x @ w, [1])
flow("MatMul", [x, w], x @ w, [1])
flow("MatMul", [x.T.copy(), w.T.copy()], x @ w, transpose_a=True, transpose_b=True)
flow("MatMul", [x, w.T.copy()], x @ w, [1], transpose_b=True)
onnx("Gemm", [x, w, c := draw(4)], 0.5 * x @ w + 2 * c, [1, 2], alpha=0.5, beta=2.0)
onnx("Gemm", [x.T.copy(), w.T.copy(), c := draw(3, 1)], 0.5 * x @ w + 2 * c, alpha=0.5, beta=2.0, transA=1, transB=1)
x, w = draw(2, 1, 3, 5), draw(4, 5, 6)
onnx("MatMul", [x, w], x @ w)
flow("BatchMatMulV2", [x, w], x @ w)
flow("BatchMatMulV2", [x, w.swapaxes(1, 2).copy()], x @ w, adj_y=True)
onnx("MatMul", [x, v := draw(5)], x @ v)
onnx("MatMul", [v, w], v @ w)

# ---- convolutions
for size, channels, filters, kernel, stride, pads, dilation, groups in (
    ((7, 6), 3, 5, (3, 3), (1, 1), (1, 1), (1, 1), 1), ((9, 8), 4, 17, (3, 2), (2, 1), (0, 1), (1, 2), 1), ((6, 6), 6, 4, (3, 3), (1, 2), (1, 1), (1, 1), 2),
    ((8, 7), 5, 5, (3, 3), (2, 2), (1, 1), (1, 1), 5), ((5, 5), 20, 20, (3, 3), (1, 1), (1, 1), (2, 2), 20), ((4, 5), 3, 6, (2, 2), (1, 1), (0, 0), (1, 1), 3),
    ((5, 6), 7, 33, (1, 1), (1, 1), (0, 0), (1, 1), 1), ((7, 7), 4, 3, (1, 1), (2, 2), (0, 0), (1, 1), 1)):
    if dilation == (2, 2):
        pads = (2, 2)
    x, w, b = draw(1, channels, *size), draw(filters, channels // groups, *kernel), draw(filters)
    y = F.conv2d(t(x), t(w), t(b), stride, pads, dilation, groups)
    for constants in ([1, 2], []):
        onnx("Conv", [x, w, b], y, constants, strides=list(stride), pads=[*pads, *pads], dilations=list(dilation), group=groups, kernel_shape=list(kernel))
x, w = draw(1, 2, 6, 5), draw(3, 2, 3, 3)
onnx("Conv", [x, w], F.conv2d(F.pad(t(x), (2, 0, 1, 0)), t(w)), [1], pads=[1, 2, 0, 0])
onnx("Conv", [x, w], F.conv2d(F.pad(t(x), (1, 1, 0, 1)), t(w), stride=2), [1], auto_pad="SAME_UPPER", strides=[2, 2])
onnx("Conv", [x, w], F.conv2d(F.pad(t(x), (1, 1, 1, 0)), t(w), stride=2), [1], auto_pad="SAME_LOWER", strides=[2, 2])
onnx("Conv", [x, w], F.conv2d(t(x), t(w)), [1], auto_pad="VALID")
x, w = draw(2, 3, 9), draw(4, 3, 3)
onnx("Conv", [x, w], F.conv1d(t(x), t(w), stride=2, padding=1), [1], strides=[2], pads=[1, 1], kernel_shape=[3])
x, w, b = draw(2, 3, 4, 5), draw(3, 4, 3, 2), draw(4)
onnx("ConvTranspose", [x, w, b], F.conv_transpose2d(t(x), t(w), t(b), stride=(2, 1), padding=(1, 0), output_padding=(1, 0), dilation=(1, 2)), [1, 2], strides=[2, 1],
     pads=[1, 0, 1, 0], output_padding=[1, 0], dilations=[1, 2], kernel_shape=[3, 2])


def same(size, window, stride, dilation=1):
    total = max(0, (-(-size // stride) - 1) * stride + (window - 1) * dilation + 1 - size)
    return total // 2, total - total // 2


def bordered(images, window, strides, dilations=(1, 1), value=0.0):
    (top, bottom), (left, right) = (same(images.shape[i + 2], window[i], strides[i], dilations[i]) for i in range(2))
    return F.pad(t(images), (left, right, top, bottom), value=value)


for size, kernel, stride, dilation in (((7, 8), (3, 3), (1, 1), (1, 1)), ((7, 8), (3, 2), (2, 3), (1, 1)), ((9, 9), (3, 3), (1, 1), (2, 2)), ((6, 5), (1, 1), (2, 2), (1, 1))):
    x, w = draw(2, 3, *size), draw(5, 3, *kernel)
    hwio = w.transpose(2, 3, 1, 0)
    steps = {"strides": [1, *stride, 1], "dilations": [1, *dilation, 1], "data_format": "NHWC"}
    flow("Conv2D", [nhwc(x), hwio], nhwc(F.conv2d(bordered(x, kernel, stride, dilation), t(w), None, stride, 0, dilation).numpy()), [1], padding="SAME", **steps)
    flow("Conv2D", [nhwc(x), hwio], nhwc(F.conv2d(t(x), t(w), None, stride, 0, dilation).numpy()), [1], padding="VALID", **steps)
    w = draw(6, 1, *kernel)
    hwcm = w.reshape(3, 2, *kernel).transpose(2, 3, 0, 1)
    flow("DepthwiseConv2dNative", [nhwc(x), hwcm], nhwc(F.conv2d(bordered(x, kernel, stride, dilation), t(w), None, stride, 0, dilation, 3).numpy()), [1], padding="SAME", **steps)
x, w = draw(1, 3, 5, 6), draw(4, 3, 3, 3)
flow("Conv2D", [nhwc(x), w.transpose(2, 3, 1, 0)], nhwc(F.conv2d(F.pad(t(x), (0, 2, 1, 0)), t(w)).numpy()), [1], padding="EXPLICIT", explicit_paddings=[0, 0, 1, 0, 0, 2, 0, 0],
     strides=[1, 1, 1, 1])
flow("Conv2D", [x, w.transpose(2, 3, 1, 0)], F.conv2d(t(x), t(w)), [1], padding="VALID", strides=[1, 1, 1, 1], data_format="NCHW")

# The gradient of a convolution by its input: what automatic differentiation gives.
for size, stride, padding in (((7, 6), (2, 2), "SAME"), ((5, 5), (1, 1), "SAME"), ((8, 7), (2, 3), "VALID")):
    image = torch.zeros(1, 3, *size, requires_grad=True)
    w = draw(4, 3, 3, 3)
    (top, bottom), (left, right) = (same(size[i], 3, stride[i]) if padding == "SAME" else (0, 0) for i in range(2))
    y = F.conv2d(F.pad(image, (left, right, top, bottom)), t(w), stride=stride)
    g = draw(*y.shape)
    y.backward(t(g))
    flow("Conv2DBackpropInput", [np.array([1, *size, 3], np.int32), w.transpose(2, 3, 1, 0), nhwc(g)], nhwc(image.grad.numpy()), [0, 1], padding=padding, strides=[1, *stride, 1])

# ---- pools
x = draw(2, 3, 7, 6)
onnx("MaxPool", [x], F.max_pool2d(t(x), (3, 2), (2, 1), (1, 0)), kernel_shape=[3, 2], strides=[2, 1], pads=[1, 0, 1, 0])
onnx("MaxPool", [x], F.max_pool2d(t(x), 3, 2, ceil_mode=True), kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1)
onnx("MaxPool", [x], F.max_pool2d(t(x), 2, 1, dilation=2), kernel_shape=[2, 2], dilations=[2, 2])
onnx("AveragePool", [x], F.avg_pool2d(t(x), 3, 2, 1, count_include_pad=False), kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1])
onnx("AveragePool", [x], F.avg_pool2d(t(x), 3, 2, 1, count_include_pad=True), kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1], count_include_pad=1)
onnx("AveragePool", [x], F.avg_pool2d(t(x), 3, 2, 1, ceil_mode=True, count_include_pad=False), kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1], ceil_mode=1)
onnx("GlobalAveragePool", [x], t(x).mean((2, 3), keepdim=True))
onnx("GlobalMaxPool", [x], t(x).amax((2, 3), keepdim=True))
y = draw(1, 2, 9)
onnx("MaxPool", [y], F.max_pool1d(t(y), 3, 2), kernel_shape=[3], strides=[2])
ones = torch.ones(1, 3, 7, 6)
for window, stride in (((3, 3), (2, 2)), ((2, 3), (1, 2))):
    steps = {"ksize": [1, *window, 1], "strides": [1, *stride, 1]}
    flow("MaxPool", [nhwc(x)], nhwc(F.max_pool2d(bordered(x, window, stride, value=-1e9), window, stride).numpy()), padding="SAME", **steps)
    share = F.avg_pool2d(bordered(x, window, stride), window, stride) / F.avg_pool2d(bordered(ones.numpy(), window, stride), window, stride)
    flow("AvgPool", [nhwc(x)], nhwc(share.numpy()), padding="SAME", **steps)
    flow("AvgPool", [nhwc(x)], nhwc(F.avg_pool2d(t(x), window, stride).numpy()), padding="VALID", **steps)

# ---- normalisation
x, g, o, m, v = draw(2, 5, 3, 4), positive(5), draw(5), draw(5), positive(5)
y = F.batch_norm(t(x), t(m), t(v), t(g), t(o), eps=0.01)
for constants in ([1, 2, 3, 4], []):
    onnx("BatchNormalization", [x, g, o, m, v], y, constants, epsilon=0.01)
    flow("FusedBatchNormV3", [nhwc(x), g, o, m, v], nhwc(y.numpy()), constants, epsilon=0.01, is_training=False)
onnx("InstanceNormalization", [x, g, o], F.instance_norm(t(x), weight=t(g), bias=t(o), eps=0.01), [1, 2], epsilon=0.01)
onnx("LayerNormalization", [x, g4 := positive(4), o4 := draw(4)], F.layer_norm(t(x), (4,), t(g4), t(o4), 0.01), [1, 2], epsilon=0.01)
onnx("LRN", [x], F.local_response_norm(t(x), 3, 0.5, 0.75, 2.0), size=3, alpha=0.5, beta=0.75, bias=2.0)
flow("LRN", [nhwc(x)], nhwc(F.local_response_norm(t(x), 5, 0.1 * 5, 0.6, 1.5).numpy()), depth_radius=2, alpha=0.1, beta=0.6, bias=1.5)
onnx("LpNormalization", [x], F.normalize(t(x), dim=1), axis=1, p=2)
flow("BiasAdd", [nhwc(x), o], nhwc(x) + o, [1])
flow("BiasAdd", [x, o], x + o.reshape(1, 5, 1, 1), [1], data_format="NCHW")
onnx("Softmax", [x], F.softmax(t(x), 1), axis=1)
onnx("LogSoftmax", [x], F.log_softmax(t(x), -1), axis=-1)
flow("Softmax", [x], F.softmax(t(x), -1))
flow("LogSoftmax", [x], F.log_softmax(t(x), -1))

# ---- reductions and choices
x = draw(2, 3, 4, 5)
for axes in ((1,), (2, 3), (1, 3), (0, 1, 2, 3)):
    n = tuple(axes)
    for name, other, function in (("ReduceMean", "Mean", np.mean), ("ReduceMax", "Max", np.max), ("ReduceMin", "Min", np.min), ("ReduceProd", "Prod", np.prod)):
        onnx(name, [x], function(x, axis=n, keepdims=True), axes=list(axes))
        flow(other, [x, np.array(axes, np.int32)], function(x, axis=n), [1])
    onnx("ReduceSum", [x, np.array(axes, np.int64)], x.sum(axis=n), [1], keepdims=0)
    flow("Sum", [x, np.array(axes, np.int32)], x.sum(axis=n, keepdims=True), [1], keep_dims=True)
onnx("ReduceL1", [x], np.abs(x).sum(2), axes=[2], keepdims=0)
onnx("ReduceL2", [x], np.sqrt(np.square(x).sum(2)), axes=[2], keepdims=0)
onnx("ReduceSumSquare", [x], np.square(x).sum((0, 2)), axes=[0, -2], keepdims=0)
onnx("ReduceLogSumExp", [x], torch.logsumexp(t(x), (1, 2)), axes=[1, 2], keepdims=0)
onnx("ReduceLogSum", [np.abs(x) + 1], np.log((np.abs(x) + 1).sum(1)), axes=[1], keepdims=0)
onnx("ArgMax", [x], x.argmax(2).astype(np.int64), axis=2, keepdims=0)
onnx("ArgMin", [x], np.expand_dims(x.argmin(1), 1).astype(np.int64), axis=1)
onnx("ArgMax", [np.array([[1, 3, 3, 2]], np.float32)], np.array([2], np.int64), axis=1, keepdims=0, select_last_index=1)
flow("ArgMax", [x, np.array(-1, np.int32)], x.argmax(-1).astype(np.int64), [1])
values, places = torch.topk(t(x), 3, dim=3)
onnx("TopK", [x, np.array([3], np.int64)], [values, places], [1])
flow("TopKV2", [x, np.array(3, np.int32)], [values, places.int()], [1])

# ---- rearranging
onnx("Transpose", [x], x.transpose(2, 0, 3, 1), perm=[2, 0, 3, 1])
onnx("Transpose", [x], x.T)
flow("Transpose", [x, np.array([0, 3, 1, 2], np.int32)], x.transpose(0, 3, 1, 2), [1])
onnx("Reshape", [x, np.array([0, -1, 5], np.int64)], x.reshape(2, -1, 5), [1])
flow("Reshape", [x, np.array([6, -1], np.int32)], x.reshape(6, -1), [1])
onnx("Flatten", [x], x.reshape(6, 20), axis=2)
onnx("Squeeze", [x[:, :1], np.array([1], np.int64)], x[:, 0], [1])
flow("Squeeze", [x[:1, :1]], x[0, 0])
flow("Squeeze", [x[:1, :1]], x[:1, 0], squeeze_dims=[1])
onnx("Unsqueeze", [x, np.array([0, -1], np.int64)], x[None, ..., None], [1])
flow("ExpandDims", [x, np.array(-2, np.int32)], np.expand_dims(x, -2), [1])
onnx("Concat", [x, x + 1, x[:, :, :, :]], np.concatenate([x, x + 1, x], 1), axis=1)
onnx("Concat", [x, x[..., :2]], np.concatenate([x, x[..., :2]], -1), [1], axis=-1)
flow("ConcatV2", [x, x + 1, np.array(2, np.int32)], np.concatenate([x, x + 1], 2), [2])
flow("Concat", [np.array(0, np.int32), x, x + 1], np.concatenate([x, x + 1], 0), [0])
flow("Pack", [x, x + 1], np.stack([x, x + 1], 1), axis=1)
flow("Unpack", [x], [x[:, 0], x[:, 1], x[:, 2]], axis=1, num=3)
onnx("Split", [x, np.array([1, 3], np.int64)], [x[:, :, :1], x[:, :, 1:]], [1], axis=2)
flow("Split", [np.array(3, np.int32), x[..., :4]], [x[..., :2], x[..., 2:4]], [0], num_split=2)
flow("SplitV", [x, np.array([2, -1], np.int32), np.array(2, np.int32)], [x[:, :, :2], x[:, :, 2:]], [1, 2], num_split=2)
i64 = lambda *v: np.array(v, np.int64)
i32 = lambda *v: np.array(v, np.int32)
onnx("Slice", [x, i64(1, -1), i64(3, -9), i64(1, 3), i64(1, -2)], x[:, 1:3, :, ::-2], [1, 2, 3, 4])
onnx("Slice", [x, i64(1, 0), i64(1000, 2)], x[1:, 0:2], [1, 2])
flow("Slice", [x, i32(0, 1, 0, 2), i32(1, 2, -1, 2)], x[:1, 1:3, :, 2:4], [1, 2])
flow("StridedSlice", [x, i32(0, 1, 0, 3), i32(2, 3, 0, 0), i32(1, 1, 2, -1)], x[:, 1:3, ::2, 3:0:-1], [1, 2, 3], begin_mask=1, end_mask=5)
flow("StridedSlice", [x, i32(0, -1), i32(0, 0), i32(1, 1)], x[..., -1], [1, 2, 3], ellipsis_mask=1, shrink_axis_mask=2)
flow("StridedSlice", [x, i32(1, 0, 0, 1), i32(0, 0, 0, 3), i32(1, 1, 1, 1)], x[1, None, ..., 1:3], [1, 2, 3], shrink_axis_mask=1, new_axis_mask=2, ellipsis_mask=4)
flow("StridedSlice", [i32(3, 5, 7), i32(1), i32(2), i32(1)], np.int32(5), [1, 2, 3], shrink_axis_mask=1)
pads = np.array([[0, 1], [2, 0], [1, 1], [0, 2]])
onnx("Pad", [x, pads.T.ravel().astype(np.int64), np.float32(1.5)], np.pad(x, pads, constant_values=1.5), [1, 2])
onnx("Pad", [x, pads.T.ravel().astype(np.int64)], np.pad(x, pads, "edge"), [1], mode="edge")
onnx("Pad", [x, i64(0, 0, -1, 1, 0, 0, 1, -2)], np.pad(x[:, :, 1:, :-2], [[0, 0], [0, 0], [0, 1], [1, 0]]), [1])
mirrored = np.array([[0, 0], [2, 1], [1, 3], [0, 2]])
onnx("Pad", [x, mirrored.T.ravel().astype(np.int64)], np.pad(x, mirrored, "reflect"), [1], mode="reflect")
flow("Pad", [x, pads.astype(np.int32)], np.pad(x, pads), [1])
flow("PadV2", [x, pads.astype(np.int32), np.float32(-3)], np.pad(x, pads, constant_values=-3), [1])
flow("MirrorPad", [x, mirrored.astype(np.int32)], np.pad(x, mirrored, "reflect"), [1], mode="REFLECT")
flow("MirrorPad", [x, mirrored.astype(np.int32)], np.pad(x, mirrored, "symmetric"), [1], mode="SYMMETRIC")
onnx("Tile", [x[:1], i64(2, 1, 1, 3)], np.tile(x[:1], (2, 1, 1, 3)), [1])
flow("Tile", [x[:1], i32(2, 1, 1, 3)], np.tile(x[:1], (2, 1, 1, 3)), [1])
onnx("Expand", [x[:, :1, :1], i64(3, 4, 1)], np.broadcast_to(x[:, :1, :1], (2, 3, 4, 5)), [1])
flow("BroadcastTo", [x[:1, :1], i32(2, 3, 4, 5)], np.broadcast_to(x[:1, :1], (2, 3, 4, 5)), [1])
onnx("Gather", [x, i64(2, 0, -1)], x.take([2, 0, -1], 1), [1], axis=1)
flow("GatherV2", [x, i32(2, 0), i32(3)[0]], x.take([2, 0], 3), [2])
flow("Gather", [x, i32(1)], x[[1]])
onnx("GatherElements", [x[0, 0], np.array([[0, 4, 1], [2, 2, -1]], np.int64)], np.take_along_axis(x[0, 0][:2], np.array([[0, 4, 1], [2, 2, 4]]), 1), [1], axis=1)
onnx("Shape", [x], i64(2, 3, 4, 5))
onnx("Shape", [x], i64(3, 4), start=1, end=-1)
flow("Shape", [x], i32(2, 3, 4, 5))
onnx("Size", [x], np.int64(120))
flow("Rank", [x], np.int32(4))
onnx("Range", [np.float32(1), np.float32(3), np.float32(0.5)], np.arange(1, 3, 0.5, np.float32))
flow("Range", [i32(5)[0], i32(0)[0], i32(-2)[0]], i32(5, 3, 1))
flow("Fill", [i32(2, 3), np.float32(1.5)], np.full((2, 3), 1.5, np.float32))
flow("ZerosLike", [x[0]], np.zeros_like(x[0]))
onnx("OneHot", [i64(1, -1, 3), np.int64(4), np.array([2, 5], np.float32)], np.where(np.eye(4)[[1, 3, 3]] > 0, 5, 2).astype(np.float32))
flow("OneHot", [i32(0, 2), np.int32(3), np.float32(7), np.float32(-1)], np.where(np.eye(3)[[0, 2]] > 0, 7, -1).T.astype(np.float32), axis=0)
y = draw(1, 8, 2, 3)
onnx("DepthToSpace", [y], y.reshape(1, 2, 2, 2, 2, 3).transpose(0, 3, 4, 1, 5, 2).reshape(1, 2, 4, 6), blocksize=2)
onnx("DepthToSpace", [y], F.pixel_shuffle(t(y), 2), blocksize=2, mode="CRD")
z = draw(1, 2, 4, 6)
onnx("SpaceToDepth", [z], z.reshape(1, 2, 2, 2, 3, 2).transpose(0, 3, 5, 1, 2, 4).reshape(1, 8, 2, 3), blocksize=2)
flow("DepthToSpace", [nhwc(y)], nhwc(y.reshape(1, 2, 2, 2, 2, 3).transpose(0, 3, 4, 1, 5, 2).reshape(1, 2, 4, 6)), block_size=2)
flow("SpaceToDepth", [nhwc(z)], nhwc(z.reshape(1, 2, 2, 2, 3, 2).transpose(0, 3, 5, 1, 2, 4).reshape(1, 8, 2, 3)), block_size=2)

# ---- scaling
x = draw(1, 2, 4, 5)
scales = np.array([1, 1, 2, 2], np.float32)
onnx("Resize", [x, None, scales], F.interpolate(t(x), scale_factor=2, mode="bilinear", align_corners=False), [2], mode="linear")
onnx("Resize", [x, None, scales], F.interpolate(t(x), scale_factor=2, mode="bilinear", align_corners=True), [2], mode="linear", coordinate_transformation_mode="align_corners")
onnx("Resize", [x, None, scales], F.interpolate(t(x), scale_factor=2, mode="nearest"), [2], mode="nearest", coordinate_transformation_mode="asymmetric", nearest_mode="floor")
onnx("Resize", [x, None, None, i64(1, 2, 6, 3)], F.interpolate(t(x), size=(6, 3), mode="bilinear", align_corners=False), [3], mode="linear",
     coordinate_transformation_mode="pytorch_half_pixel")


def legacy(images, high, wide):
    """TensorFlow's default scaling: pixels at whole multiples of the ratio, from the top left corner."""
    height, width = images.shape[2:]
    rows, columns = np.arange(high) * height / high, np.arange(wide) * width / wide
    r, c = rows.astype(int), columns.astype(int)
    below, right = np.minimum(r + 1, height - 1), np.minimum(c + 1, width - 1)
    down, across = (rows - r).reshape(-1, 1), columns - c
    top = images[:, :, r][..., c] * (1 - across) + images[:, :, r][..., right] * across
    bottom = images[:, :, below][..., c] * (1 - across) + images[:, :, below][..., right] * across
    return (top * (1 - down) + bottom * down).astype(np.float32)


flow("ResizeBilinear", [nhwc(x), i32(7, 8)], nhwc(legacy(x, 7, 8)), [1])
flow("ResizeBilinear", [nhwc(x), i32(7, 8)], nhwc(F.interpolate(t(x), size=(7, 8), mode="bilinear", align_corners=True).numpy()), [1], align_corners=True)
flow("ResizeBilinear", [nhwc(x), i32(7, 8)], nhwc(F.interpolate(t(x), size=(7, 8), mode="bilinear", align_corners=False).numpy()), [1], half_pixel_centers=True)
flow("ResizeNearestNeighbor", [nhwc(x), i32(7, 8)], nhwc(F.interpolate(t(x), size=(7, 8), mode="nearest").numpy()), [1])

# ---- pipelines
x, w, b = draw(3, 4), draw(3, 4), draw(3)
onnx("ai.onnx.ml.Scaler", [x], (x - np.array([1, 0, -1, 2], np.float32)) * np.array([0.5, 2, 1, 3], np.float32), offset=[1.0, 0.0, -1.0, 2.0], scale=[0.5, 2.0, 1.0, 3.0])
onnx("ai.onnx.ml.Normalizer", [x], F.normalize(t(x)), norm="L2")
onnx("ai.onnx.ml.Normalizer", [x], F.normalize(t(x), p=1), norm="L1")
onnx("ai.onnx.ml.Binarizer", [x], (x > 0.25).astype(np.float32), threshold=0.25)
onnx("ai.onnx.ml.LinearRegressor", [x], x @ w.T + b, targets=3, coefficients=[float(v) for v in w.ravel()], intercepts=[float(v) for v in b])
scores = x @ w.T + b
onnx("ai.onnx.ml.LinearClassifier", [x], [np.array([4, 7, 9], np.int64)[scores.argmax(1)], F.softmax(t(scores), 1)], classlabels_ints=[4, 7, 9], post_transform="SOFTMAX",
     coefficients=[float(v) for v in w.ravel()], intercepts=[float(v) for v in b])

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "operators.json"), "w") as file:
    rows = [",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) for rows in (tensors, cases)]
    file.write('{"tensors":[\n%s\n],"cases":[\n%s\n]}\n' % tuple(rows))
print(len(cases), "cases")
