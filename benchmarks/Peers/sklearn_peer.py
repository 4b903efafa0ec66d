"""The scikit-learn side of the benchmarks: one JSON request a line on stdin, one JSON answer a line on stdout.

Requests: hello | load (images as bytes) | fit (a linear model, timed) | score (all rows, timed) | read (a CSV file, timed) | quit.
"""

import json
import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

try:
    import pandas
except ImportError:
    pandas = None


class Peer:
    def __init__(self):
        self.x = self.y = self.model = None

    def hello(self, request):
        return {"version": sklearn.__version__}

    def load(self, request):
        raw = np.fromfile(request["path"], dtype=np.uint8)
        count, features = request["count"], request["features"]
        self.x = raw[:count * features].reshape(count, features) / 255.0
        self.y = raw[count * features:].astype(np.int64)
        return {"rows": count}

    def fit(self, request):
        if request["solver"] == "trees":
            self.model = HistGradientBoostingClassifier(
                learning_rate=0.2, max_iter=request["iterations"], max_leaf_nodes=20, min_samples_leaf=10, early_stopping=False)
        else:
            self.model = LogisticRegression(C=1.0, solver=request["solver"], tol=1e-12, max_iter=request["iterations"], multi_class="multinomial")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it is meant to stop before it has converged
            started = time.perf_counter()
            self.model.fit(self.x, self.y)
            seconds = time.perf_counter() - started
        return {"seconds": seconds, "rows": len(self.y), "accuracy": float(self.model.score(self.x, self.y))}

    def score(self, request):
        started = time.perf_counter()
        for _ in range(request["passes"]):
            self.model.predict_proba(self.x)
        return {"seconds": time.perf_counter() - started, "rows": request["passes"] * len(self.y), "accuracy": float(self.model.score(self.x, self.y))}

    def read(self, request):
        started = time.perf_counter()
        if pandas:
            table = pandas.read_csv(request["path"], dtype=np.float32)
        else:
            table = np.loadtxt(request["path"], delimiter=",", skiprows=1, dtype=np.float32)
        return {"seconds": time.perf_counter() - started, "rows": len(table), "accuracy": None}


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
