using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace MlNetFashion.Evaluation;

/// <summary>Writes a page about data with the data frame and the pictures beside it.</summary>
internal static class ExplorationFiles
{
    public static string Write(string folder, ResultPage page, DataFrame frame, IReadOnlyList<PixelPicture> pictures)
    {
        var root = Path.GetFullPath(folder);
        PixelPicture.WriteAll(Path.Combine(root, "figures"), page.Name + "-", pictures);
        try
        {
            FinishedFile.Write(Path.Combine(root, "images.csv"), stream => DataFrame.SaveCsv(frame, stream, encoding: new UTF8Encoding(false), cultureInfo: CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.CannotWrite(root, error);
        }

        return page.Write(root);
    }
}
