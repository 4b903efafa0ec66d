"""Keras's apply_affine_transform, written out over SciPy: one JSON request a line (the whole list first), one answer a line."""

import json
import sys

import numpy as np
from scipy.ndimage import affine_transform


def transform(request):
    height, width, channels = request["shape"]
    image = np.array(request["image"], dtype=np.float64).reshape(height, width, channels)
    theta, shear = np.deg2rad(request["rotation"]), np.deg2rad(request["shear"])
    rotation = np.array([[np.cos(theta), -np.sin(theta), 0], [np.sin(theta), np.cos(theta), 0], [0, 0, 1]])
    shift = np.array([[1, 0, request["row_shift"]], [0, 1, request["column_shift"]], [0, 0, 1]])
    shearing = np.array([[1, -np.sin(shear), 0], [0, np.cos(shear), 0], [0, 0, 1]])
    zoom = np.diag([request["row_zoom"], request["column_zoom"], 1])
    to_centre = np.array([[1, 0, height / 2 - 0.5], [0, 1, width / 2 - 0.5], [0, 0, 1]])
    from_centre = np.array([[1, 0, -(height / 2 - 0.5)], [0, 1, -(width / 2 - 0.5)], [0, 0, 1]])
    matrix = to_centre @ rotation @ shift @ shearing @ zoom @ from_centre
    planes = [
        affine_transform(image[:, :, channel], matrix[:2, :2], matrix[:2, 2], order=1, mode=request["mode"], cval=request["fill"])
        for channel in range(channels)
    ]
    return np.stack(planes, axis=-1).ravel().tolist()


for request in json.load(sys.stdin):
    print(json.dumps(transform(request)))
