"""The PyTorch side of the benchmarks: one JSON request a line on stdin, one JSON answer a line on stdout.

Requests: hello | load (images) | train (prepare a network and choose its best set-up) | round (time some batches) |
infer (likewise for inference) | infer_round (time some calls) | export (a network as ONNX) | quit.
The measuring side restricts the environment (threads, instruction set, memory allocator) before this process starts.
"""

import json
import math
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

ACTIVATIONS = {
    "relu": nn.ReLU, "sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "elu": nn.ELU, "gelu": nn.GELU,
    "leaky_relu": lambda: nn.LeakyReLU(0.2),
}


def output_size(size, kernel, stride, same):
    return -(-size // stride) if same else (size - kernel) // stride + 1


class SamePadding(nn.Module):
    """Pads as TensorFlow's "same" does where symmetric padding cannot: even kernels."""

    def __init__(self, height, width, kernel, stride):
        super().__init__()
        self.pad = []
        for size in (width, height):
            total = max(0, (output_size(size, kernel, stride, True) - 1) * stride + kernel - size)
            self.pad += [total // 2, total - total // 2]

    def forward(self, x):
        return F.pad(x, self.pad)


class Residual(nn.Module):
    def __init__(self, body, shortcut):
        super().__init__()
        self.body, self.shortcut = body, shortcut

    def forward(self, x):
        return self.body(x) + self.shortcut(x)


class Builder:
    """Turns a list of layer descriptions into modules, following the shape [channels, height, width]."""

    def __init__(self, shape):
        self.height, self.width, self.channels = shape
        self.flat = False
        self.decays = []  # (module, Keras's L2 factor)

    def sequence(self, layers):
        modules = []
        for layer in layers:
            modules += self.modules(layer)
        return nn.Sequential(*modules)

    def modules(self, layer):
        kind = layer["kind"]
        return getattr(self, kind)(layer)

    def activation_of(self, layer):
        name = layer.get("activation", "linear")
        if name in ("linear", "softmax"):  # the loss takes logits: softmax closes a network only
            return []
        return [ACTIVATIONS[name]()]

    def conv2d(self, layer):
        kernel, stride, same = layer["kernel"], layer["strides"], layer["padding"] == "same"
        modules, padding = [], 0
        if same and kernel % 2:
            padding = kernel // 2
        elif same:
            modules.append(SamePadding(self.height, self.width, kernel, stride))
        conv = nn.Conv2d(self.channels, layer["filters"], kernel, stride, padding, bias=layer["bias"])
        self.decays.append((conv, layer.get("l2", 0.0)))
        self.channels = layer["filters"]
        self.height = output_size(self.height, kernel, stride, same)
        self.width = output_size(self.width, kernel, stride, same)
        return modules + [conv] + self.activation_of(layer)

    def pool(self, layer, module, **options):
        size, stride, same = layer["size"], layer["strides"], layer["padding"] == "same"
        padding = 0
        if same and (max(0, -self.height % stride) or max(0, -self.width % stride)):
            options["ceil_mode"] = True
        self.height = output_size(self.height, size, stride, same)
        self.width = output_size(self.width, size, stride, same)
        return [module(size, stride, padding, **options)]

    def max_pool2d(self, layer):
        return self.pool(layer, nn.MaxPool2d)

    def average_pool2d(self, layer):
        return self.pool(layer, nn.AvgPool2d, count_include_pad=False)

    def global_average_pool2d(self, layer):
        self.height = self.width = 1
        self.flat = True
        return [nn.AdaptiveAvgPool2d(1), nn.Flatten()]

    def flatten(self, layer):
        self.channels *= self.height * self.width
        self.height = self.width = 1
        self.flat = True
        return [nn.Flatten()]

    def dropout(self, layer):
        return [nn.Dropout(layer["rate"])]

    def dense(self, layer):
        flatten = [] if self.flat else self.flatten(layer)
        linear = nn.Linear(self.channels, layer["units"], bias=layer["bias"])
        self.decays.append((linear, layer.get("l2", 0.0)))
        self.channels = layer["units"]
        return flatten + [linear] + self.activation_of(layer)

    def batch_normalization(self, layer):
        norm = nn.BatchNorm1d if self.flat else nn.BatchNorm2d
        return [norm(self.channels, eps=layer["epsilon"], momentum=1 - layer["momentum"])]

    def activation(self, layer):
        return self.activation_of(layer)

    def residual(self, layer):
        before = (self.height, self.width, self.channels)
        body = self.sequence(layer["layers"])
        after = (self.height, self.width, self.channels)
        self.height, self.width, self.channels = before
        shortcut = self.sequence(layer["shortcut"])
        if (self.height, self.width, self.channels) != after:
            raise ValueError(f"residual branches end in {after} and {(self.height, self.width, self.channels)}")
        return [Residual(body, shortcut)] + self.activation_of(layer)


def make_optimizer(description, builder, model, foreach):
    kernels = {id(module.weight): 2 * factor for module, factor in builder.decays if factor}
    groups = {}
    for parameter in model.parameters():
        groups.setdefault(kernels.get(id(parameter), 0.0), []).append(parameter)
    groups = [{"params": parameters, "weight_decay": decay} for decay, parameters in groups.items()]
    kind, rate = description["kind"], description["learning_rate"]
    if kind == "sgd":
        return torch.optim.SGD(groups, rate, momentum=description["momentum"], nesterov=description["nesterov"], foreach=foreach)
    if kind == "adam":
        return torch.optim.Adam(groups, rate, (description["beta1"], description["beta2"]), description["epsilon"], foreach=foreach)
    if kind == "rmsprop":
        return torch.optim.RMSprop(groups, rate, description["rho"], description["epsilon"], momentum=description["momentum"], foreach=foreach)
    raise ValueError(f"no optimiser '{kind}' here")


class Augmentation:
    """Random affine maps for a whole batch at once (affine_grid + grid_sample, bilinear, nearest pixel outside), and flips."""

    def __init__(self, options):
        self.options = options

    def uniform(self, count, reach):
        return (torch.rand(count) * 2 - 1) * reach

    def __call__(self, x):
        o, n = self.options, x.shape[0]
        angle = self.uniform(n, o["rotation_range"] * math.pi / 180)
        shear = self.uniform(n, o["shear_range"] * math.pi / 180)
        zoom_x = 1 + self.uniform(n, o["zoom_range"])
        zoom_y = 1 + self.uniform(n, o["zoom_range"])
        shift_x = self.uniform(n, o["width_shift_range"]) * 2  # grid coordinates span 2
        shift_y = self.uniform(n, o["height_shift_range"]) * 2
        cos, sin = torch.cos(angle), torch.sin(angle)
        rotation = torch.stack([torch.stack([cos, -sin], 1), torch.stack([sin, cos], 1)], 1)
        shearing = torch.zeros(n, 2, 2)
        shearing[:, 0, 0] = zoom_x * torch.cos(shear)
        shearing[:, 1, 0] = -zoom_x * torch.sin(shear)
        shearing[:, 1, 1] = zoom_y
        linear = rotation @ shearing
        offset = rotation @ torch.stack([shift_x, shift_y], 1).unsqueeze(2)
        if o["horizontal_flip"]:
            linear[:, :, 0] *= (torch.randint(0, 2, (n, 1)) * 2 - 1).float()
        grid = F.affine_grid(torch.cat([linear, offset], 2), x.shape, align_corners=False)
        return F.grid_sample(x, grid, mode="bilinear", padding_mode="border", align_corners=False)


class Training:
    """One network in training: shuffled batches gathered from all images, forward, backward, optimiser."""

    def __init__(self, request, images, labels, layout, foreach):
        torch.manual_seed(0)
        network = request["network"]
        builder = Builder(network["input"])
        self.model = builder.sequence(network["layers"]).train()
        self.layout, self.batch = layout, request["batch"]
        if layout == "channels_last":
            self.model = self.model.to(memory_format=torch.channels_last)
        self.optimizer = make_optimizer(request["optimizer"], builder, self.model, foreach)
        self.augment = Augmentation(request["augmentation"]) if request.get("augmentation") else None
        height, width, channels = network["input"]
        self.images, self.labels = images.reshape(-1, channels, height, width), labels
        self.order, self.position, self.loss = None, 0, 0.0

    def next_batch(self):
        if self.order is None or self.position + self.batch > len(self.order):
            self.order, self.position = torch.randperm(self.images.shape[0]), 0
        rows = self.order[self.position:self.position + self.batch]
        self.position += self.batch
        return self.images[rows], self.labels[rows]

    def run(self, batches):
        started = time.perf_counter()
        total = 0.0
        for _ in range(batches):
            x, y = self.next_batch()
            if self.augment:
                x = self.augment(x)
            if self.layout == "channels_last":
                x = x.contiguous(memory_format=torch.channels_last)
            self.optimizer.zero_grad(set_to_none=True)
            loss = F.cross_entropy(self.model(x), y)
            loss.backward()
            self.optimizer.step()
            total += loss.item()
        self.loss = total / max(1, batches)
        return time.perf_counter() - started

    def parameters(self):
        """All weights as Keras counts them: a batch normalisation's running mean and variance included."""
        state = self.model.state_dict()
        return sum(value.numel() for name, value in state.items() if not name.endswith("num_batches_tracked"))


def probe(work, seconds):
    """Runs a second, after a short warm-up."""
    for _ in range(2):
        work.run(1)
    runs, spent = 0, 0.0
    while spent < seconds:
        spent += work.run(1)
        runs += 1
    return runs / spent


class Inference:
    """One network in inference, on one batch of random images."""

    def __init__(self, request, layout, threads):
        torch.manual_seed(0)
        network = request["network"]
        height, width, channels = network["input"]
        self.builder = Builder(network["input"])
        self.model = self.builder.sequence(network["layers"]).eval()
        self.x = torch.rand(request["batch"], channels, height, width)
        self.batch = request["batch"]
        torch.set_num_threads(threads)  # here, not in every call: it renews a pool of threads
        if layout == "channels_last":
            self.model = self.model.to(memory_format=torch.channels_last)
            self.x = self.x.contiguous(memory_format=torch.channels_last)

    def run(self, calls):
        with torch.inference_mode():
            started = time.perf_counter()
            for _ in range(calls):
                F.softmax(self.model(self.x), 1)
            return time.perf_counter() - started


class Peer:
    def __init__(self):
        self.images = self.labels = self.training = self.inference = None
        self.threads = 1

    def hello(self, request):
        self.threads = request["threads"]
        torch.set_num_threads(self.threads)
        torch.set_flush_denormal(True)
        settings = torch.__config__.show()
        blas = settings.split("BLAS_INFO=")[1].split(",")[0] if "BLAS_INFO=" in settings else "unknown"
        return {"version": torch.__version__, "blas": blas, "onednn": torch.backends.mkldnn.is_available()}

    def load(self, request):
        count, (height, width, channels) = request["count"], request["shape"]
        raw = np.fromfile(request["path"], dtype=np.uint8)
        pixels = count * height * width * channels
        images = raw[:pixels].reshape(count, height, width, channels).astype(np.float32) / 255
        self.images = torch.from_numpy(np.ascontiguousarray(images.transpose(0, 3, 1, 2)))
        self.labels = torch.from_numpy(raw[pixels:].astype(np.int64))
        return {"images": int(self.labels.shape[0])}

    def train(self, request):
        torch.set_num_threads(self.threads)
        tried = []
        for layout in ("nchw", "channels_last"):
            training = Training(request, self.images, self.labels, layout, False)
            tried.append((probe(training, request["probe_seconds"]), layout, False))
        best_layout = max(tried)[1]
        training = Training(request, self.images, self.labels, best_layout, True)
        tried.append((probe(training, request["probe_seconds"]), best_layout, True))
        speed, layout, foreach = max(tried)
        self.training = Training(request, self.images, self.labels, layout, foreach)
        return {"parameters": self.training.parameters(), "layout": layout, "foreach": foreach,
                "batches_per_second": speed,
                "tried": [{"layout": l, "foreach": f, "images_per_second": s * request["batch"]} for s, l, f in tried]}

    def round(self, request):
        seconds = self.training.run(request["batches"])
        return {"seconds": seconds, "images": request["batches"] * self.training.batch, "loss": self.training.loss}

    def infer(self, request):
        tried = []
        for layout in ("nchw", "channels_last"):
            for threads in sorted({1, self.threads}):
                inference = Inference(request, layout, threads)
                tried.append((probe(inference, request["probe_seconds"]), layout, threads))
        speed, layout, threads = max(tried)
        self.inference = Inference(request, layout, threads)
        self.inference.run(3)
        return {"calls_per_second": speed, "set_up": f"{layout}, {threads} threads"}

    def infer_round(self, request):
        seconds = self.inference.run(request["calls"])
        return {"seconds": seconds, "images": request["calls"] * self.inference.batch}

    def export(self, request):
        height, width, channels = request["network"]["input"]
        model = nn.Sequential(Builder(request["network"]["input"]).sequence(request["network"]["layers"]), nn.Softmax(1)).eval()
        images = torch.rand(request["batch"], channels, height, width)
        torch.onnx.export(model, images, request["path"], input_names=["images"], output_names=["probabilities"])
        return {}


def main():
    peer = Peer()
    for line in sys.stdin:
        request = json.loads(line)
        if request["command"] == "quit":
            return
        try:
            answer = getattr(peer, request["command"])(request)
        except Exception as error:  # whatever goes wrong here is the measuring side's to report
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
