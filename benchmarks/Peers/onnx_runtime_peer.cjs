// The ONNX Runtime side of the benchmarks: one JSON request a line on stdin, one JSON answer a line on stdout.
// Requests: hello | prepare (a model file, batch size and input shape; chooses the number of threads) | round (time some calls) | quit.
"use strict";

const readline = require("node:readline");
const { performance } = require("node:perf_hooks");
const ort = require("onnxruntime-node");

let session = null;
let feeds = null;
let batch = 0;

async function open(model, threads) {
  return ort.InferenceSession.create(model, {
    intraOpNumThreads: threads, interOpNumThreads: 1, executionMode: "sequential", graphOptimizationLevel: "all",
  });
}

async function time(calls) {
  const began = performance.now();
  for (let i = 0; i < calls; i++) await session.run(feeds);
  return (performance.now() - began) / 1000;
}

async function probe(seconds) {
  await time(3);
  let calls = 0;
  let spent = 0;
  while (spent < seconds) {
    spent += await time(2);
    calls += 2;
  }
  return calls / spent;
}

const commands = {
  async hello() {
    return { version: ort.env.versions ? ort.env.versions.node || ort.env.versions.common : "unknown" };
  },

  async prepare(request) {
    batch = request.batch;
    const shape = [batch, ...request.shape];
    const values = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, Math.random);
    let best = null;
    for (const threads of new Set([1, request.threads])) {
      session = await open(request.model, threads);
      feeds = { [session.inputNames[0]]: new ort.Tensor("float32", values, shape) };
      const speed = await probe(request.probe_seconds);
      if (best === null || speed > best.speed) best = { speed, threads };
    }
    session = await open(request.model, best.threads);
    feeds = { [session.inputNames[0]]: new ort.Tensor("float32", values, shape) };
    await time(3);
    return { calls_per_second: best.speed, set_up: `${best.threads} threads` };
  },

  async round(request) {
    return { images: request.calls * batch, seconds: await time(request.calls) };
  },
};

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    if (request.command === "quit") break;
    let answer;
    try {
      answer = await commands[request.command](request);
    } catch (error) {
      answer = { error: String(error.message || error) };
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
  process.exit(0);
}

main();
