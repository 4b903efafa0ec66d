using System.Text;
using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Reports.Exporters;

public sealed class ExporterTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mlnetfashion-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Event_file_holds_every_figure_where_the_published_format_has_it()
    {
        var path = TensorBoardLog.Write(Path.Combine(_root, "run"), SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value);
        var events = EventFile.Read(File.ReadAllBytes(path));

        Assert.Equal(0xE3069283, EventFile.Checksum("123456789"u8));
        Assert.Equal("events.out.tfevents.1795248843.mlnetfashion", Path.GetFileName(path));
        Assert.Equal(SampleRun.History.Count + 2, events.Count);
        Assert.Equal(("brain.Event:2", 0L, 0), (events[0].Version, events[0].Step, events[0].Values.Count));
        Assert.Equal(SampleRun.Describe().Started.ToUnixTimeMilliseconds() / 1000.0, events[0].WallTime);
        foreach (var (epoch, saved) in SampleRun.History.Zip(events.Skip(1)))
        {
            Assert.Null(saved.Version);
            Assert.Equal(epoch.Epoch, saved.Step);
            var figures = saved.Values.ToDictionary(value => value.Tag, value => value.Value);
            Assert.Equal((float)epoch.Loss, figures["loss/training"]);
            Assert.Equal((float)epoch.Accuracy, figures["accuracy/training"]);
            Assert.Equal((float)epoch.LearningRate, figures["learning_rate"]);
            Assert.Equal((float?)epoch.ValidationLoss, figures.TryGetValue("loss/validation", out var loss) ? loss : null);
            Assert.Equal((float?)epoch.ValidationAccuracy, figures.TryGetValue("accuracy/validation", out var accuracy) ? accuracy : null);
        }

        Assert.Equal(
            [("test/accuracy", (float)SampleEvaluation.Value.Accuracy), ("test/log_loss", (float)SampleEvaluation.Value.LogLoss), ("test/macro_f1", (float)SampleEvaluation.Value.Report.Macro.F1)],
            events[^1].Values);
        Assert.Equal(events.Select(saved => saved.WallTime).Order(), events.Select(saved => saved.WallTime));
    }

    [Fact]
    public void A_byte_changed_anywhere_is_noticed_by_a_reader()
    {
        var whole = File.ReadAllBytes(TensorBoardLog.Write(Path.Combine(_root, "run"), SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value));
        foreach (var place in new[] { 0, 9, 14, whole.Length / 2, whole.Length - 1 })
        {
            var damaged = whole.ToArray();
            damaged[place] ^= 1;
            Assert.ThrowsAny<Exception>(() => EventFile.Read(damaged));
        }
    }

    /// <summary>Google's Protocol Buffers themselves, given TensorFlow's published declaration of the messages.</summary>
    [SkippableFact]
    public void Googles_own_protocol_buffers_read_the_event_file()
    {
        var path = TensorBoardLog.Write(Path.Combine(_root, "run"), SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value);

        var answer = new Python("protobuf", "struct, google.protobuf.descriptor_pb2 as d, google.protobuf.message_factory as f").Ask(
            """
            file = d.FileDescriptorProto(name="event.proto", package="tensorflow", syntax="proto3")
            def message(name, *fields):
                m = file.message_type.add(name=name)
                for number, field, kind, repeated in fields:
                    m.field.add(name=field, number=number, label=3 if repeated else 1, **({"type_name": ".tensorflow." + kind, "type": 11} if isinstance(kind, str) else {"type": kind}))
            message("Value", (1, "tag", 9, False), (2, "simple_value", 2, False))
            message("Summary", (1, "value", "Value", True))
            message("Event", (1, "wall_time", 1, False), (2, "step", 3, False), (3, "file_version", 9, False), (5, "summary", "Summary", False))
            Event = f.GetMessages([file])["tensorflow.Event"]
            data = open(given["path"], "rb").read()
            at, events = 0, []
            while at < len(data):
                length = struct.unpack("<Q", data[at:at + 8])[0]
                event = Event.FromString(data[at + 12:at + 12 + length])
                event.DiscardUnknownFields()
                assert event.SerializeToString() == data[at + 12:at + 12 + length], "fields that are not declared"
                events.append({"step": event.step, "version": event.file_version, "values": {v.tag: v.simple_value for v in event.summary.value}})
                at += 16 + length
            answer["events"] = events
            """, new { path });

        var read = answer.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal("brain.Event:2", read[0].GetProperty("version").GetString());
        Assert.Equal(SampleRun.History.Select(epoch => epoch.Epoch), read.Skip(1).SkipLast(1).Select(saved => saved.GetProperty("step").GetInt32()));
        Assert.Equal((float)SampleRun.History[^1].Loss, read[^2].GetProperty("values").GetProperty("loss/training").GetSingle());
        Assert.Equal((float)SampleEvaluation.Value.Accuracy, read[^1].GetProperty("values").GetProperty("test/accuracy").GetSingle());
    }

    /// <summary>As MLflow's file store reads a run: meta.yaml through PyYAML, with the types it goes on with; a metric line by line, a file a parameter and tag.</summary>
    [SkippableFact]
    public void Mlflow_store_reads_by_its_own_rules()
    {
        var store = Path.Combine(_root, "mlruns");
        MlflowRun.Write(store, SampleRun.Describe() with { Experiment = "it's: a #name" }, SampleRun.History, SampleEvaluation.Value);

        var answer = new Python("PyYAML", "os, re, yaml").Ask(
            """
            store = given["store"]
            key = re.compile(r"^[/\w.\- ]*$")
            experiment_id, = [name for name in os.listdir(store) if os.path.isdir(os.path.join(store, name)) and not name.startswith(".")]
            meta = yaml.safe_load(open(os.path.join(store, experiment_id, "meta.yaml")))
            assert isinstance(meta["experiment_id"], str) and meta["experiment_id"] == experiment_id and meta["lifecycle_stage"] == "active"
            assert isinstance(meta["name"], str) and meta["artifact_location"].startswith("file://") and isinstance(meta["creation_time"], int)
            run_id, = [name for name in os.listdir(os.path.join(store, experiment_id)) if name != "meta.yaml"]
            folder = os.path.join(store, experiment_id, run_id)
            run = yaml.safe_load(open(os.path.join(folder, "meta.yaml")))
            assert all(isinstance(run[name], str) for name in ("run_id", "run_uuid", "run_name", "experiment_id", "artifact_uri", "user_id", "lifecycle_stage"))
            assert run["run_id"] == run_id and run["experiment_id"] == experiment_id and isinstance(run["start_time"], int) and run["end_time"] >= run["start_time"]
            def files(part): return {name: open(os.path.join(folder, part, name)).read() for name in os.listdir(os.path.join(folder, part))}
            metrics = {}
            for name, text in files("metrics").items():
                assert key.match(name)
                metrics[name] = [[int(t), float(v), int(s)] for t, v, s in (line.strip().split(" ") for line in text.splitlines())]
            assert all(key.match(name) for name in list(files("params")) + list(files("tags")))
            answer = {"name": meta["name"], "status": run["status"], "metrics": metrics, "params": files("params"), "run": run["run_name"]}
            """, new { store });

        Assert.Equal("it's: a #name", answer.GetProperty("name").GetString());
        Assert.Equal(3, answer.GetProperty("status").GetInt32()); // finished
        var losses = answer.GetProperty("metrics").GetProperty("loss").EnumerateArray().ToList();
        Assert.Equal(SampleRun.History.Select(epoch => (epoch.Loss, epoch.Epoch)), losses.Select(line => (line[1].GetDouble(), line[2].GetInt32())));
        Assert.Equal(SampleEvaluation.Value.Accuracy, answer.GetProperty("metrics").GetProperty("test_accuracy")[0][1].GetDouble());
        Assert.Equal("10", answer.GetProperty("params").GetProperty("epochs").GetString());
    }

    [Fact]
    public void Runs_written_at_the_same_time_share_their_experiment()
    {
        var store = Path.Combine(_root, "mlruns");

        Parallel.For(1, 9, seed => MlflowRun.Write(store, SampleRun.Describe() with { Seed = seed }, [], SampleEvaluation.Value));

        var experiment = Assert.Single(Directory.GetDirectories(store));
        Assert.Equal(8, Directory.GetDirectories(experiment).Length);
    }

    [Fact]
    public void Sketch_data_is_named_in_what_leaves_the_house()
    {
        var events = TensorBoardLog.Write(_root, SampleRun.Describe(sketch: true), [], SampleEvaluation.Value);
        Assert.Contains("SKETCH_DATA_test/accuracy", Encoding.UTF8.GetString(File.ReadAllBytes(events)), StringComparison.Ordinal);

        var run = MlflowRun.Write(Path.Combine(_root, "mlruns"), SampleRun.Describe(sketch: true), [], SampleEvaluation.Value);
        Assert.Contains("SKETCH DATA", File.ReadAllText(Path.Combine(run, "..", "meta.yaml")), StringComparison.Ordinal);
        Assert.StartsWith("SKETCH DATA", File.ReadAllText(Path.Combine(run, "tags", "mlflow.note.content")), StringComparison.Ordinal);
    }

    [Fact]
    public void Mlflow_store_groups_runs_by_experiment()
    {
        var store = Path.Combine(_root, "mlruns");
        var folder = RunFolder.Write(Path.Combine(_root, "results"), SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value, s => s.WriteByte(1));
        var first = MlflowRun.Write(store, SampleRun.Describe(), SampleRun.History, SampleEvaluation.Value, folder);
        var second = MlflowRun.Write(store, SampleRun.Describe() with { Seed = 2 }, [], SampleEvaluation.Value);
        var other = MlflowRun.Write(store, SampleRun.Describe() with { Experiment = "it's another" }, [], SampleEvaluation.Value);

        Assert.Equal(Path.GetDirectoryName(first), Path.GetDirectoryName(second));
        Assert.NotEqual(Path.GetDirectoryName(first), Path.GetDirectoryName(other));
        Assert.Contains("name: 'it''s another'\n", File.ReadAllText(Path.Combine(other, "..", "meta.yaml")), StringComparison.Ordinal);
        var losses = File.ReadAllLines(Path.Combine(first, "metrics", "val_loss"));
        Assert.Equal(SampleRun.History.Count, losses.Length);
        Assert.Equal("1795248846375 0.47 1", losses[0]);
        Assert.Equal("10", File.ReadAllText(Path.Combine(first, "params", "epochs")));
        Assert.Equal(SampleRun.Describe().Command, File.ReadAllText(Path.Combine(first, "tags", "command")));
        Assert.True(File.Exists(Path.Combine(first, "artifacts", "figures", "confusion-matrix.svg")));
        Assert.False(File.Exists(Path.Combine(second, "metrics", "val_loss")));
        Assert.Empty(Directory.EnumerateDirectories(store, ".*"));
    }
}
