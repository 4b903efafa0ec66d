using System.Diagnostics;

namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>A headless browser, where the machine has one: pages are tried in it as a reader would open them, from disk and without network.</summary>
internal static class Chromium
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    /// <summary>The page's document after its script has run. Skips the running test where there is no browser.</summary>
    /// <param name="page">The path of the page.</param>
    /// <param name="dark">Whether the reader's system is dark.</param>
    /// <param name="width">Width of the window in pixels.</param>
    public static string DumpDom(string page, bool dark = false, int width = 1280)
    {
        var browser = Array.Find(Places, File.Exists);
        Skip.If(browser is null, "No Chromium is installed here.");
        var profile = Directory.CreateTempSubdirectory("mlnetfashion-browser-");
        try
        {
            var start = new ProcessStartInfo(browser!) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[]
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--blink-settings=preferredColorScheme={(dark ? 0 : 1)}", $"--window-size={width},900",
                $"--user-data-dir={profile.FullName}", "--dump-dom", new Uri(page).AbsoluteUri,
            })
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var document = process.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(60_000), "The browser did not end within a minute.");
            Assert.True(document.Length > 0, errors.Result);
            return document;
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
