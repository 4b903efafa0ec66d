using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>A peer in a process of its own that answers one line of JSON for each line of JSON it is sent, and sleeps in between.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _name;
    private string _lastError = "nothing";

    /// <summary>Starts the peer.</summary>
    /// <param name="name">Used in messages.</param>
    /// <param name="program">The program to start.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Environment variables to set; null values are removed.</param>
    /// <exception cref="PeerException">The program cannot be started.</exception>
    public PeerProcess(string name, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        _name = name;
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new PeerException($"{name} expects the program '{program}', which cannot be started: {error.Message}.", error);
        }

        _process.ErrorDataReceived += (_, line) => _lastError = string.IsNullOrWhiteSpace(line.Data) ? _lastError : line.Data.Trim();
        _process.BeginErrorReadLine();
    }

    /// <summary>Processor time the peer has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? TimeSpan.Zero : _process.TotalProcessorTime;
        }
    }

    /// <summary>Sends a command with its values and waits for the answer.</summary>
    /// <exception cref="PeerException">The peer ended, or answers with an error.</exception>
    public JsonObject Ask(string command, JsonObject? values = null)
    {
        var request = values ?? [];
        request["command"] = command;
        string? line = null;
        try
        {
            _process.StandardInput.WriteLine(request.ToJsonString());
            _process.StandardInput.Flush();
            line = _process.StandardOutput.ReadLine();
        }
        catch (IOException)
        {
            // The pipe is broken because the peer is gone: line stays null, and what it said last is reported below.
        }

        if (line is null)
        {
            _process.WaitForExit();
            throw new PeerException($"{_name} ended while it was asked to '{command}'. It said: {_lastError}");
        }

        var answer = JsonNode.Parse(line)!.AsObject();
        return answer["error"] is { } error ? throw new PeerException($"{_name} cannot '{command}': {error}") : answer;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            try
            {
                _process.StandardInput.Close(); // the end of its input is its end
            }
            catch (IOException)
            {
                // It was already going.
            }

            if (!_process.WaitForExit(5000))
                _process.Kill();
        }

        _process.Dispose();
    }
}
