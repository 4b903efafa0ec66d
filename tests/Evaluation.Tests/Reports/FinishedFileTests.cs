namespace MlNetFashion.Evaluation.Tests.Reports;

public class FinishedFileTests
{
    [Fact]
    public void A_file_is_complete_or_as_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("finished-file-");
        try
        {
            var path = Path.Combine(folder.FullName, "new", "text.md");

            Assert.Equal(path, FinishedFile.Write(path, "Ä"));
            Assert.Throws<InvalidDataException>(() => FinishedFile.Write(path, stream =>
            {
                stream.WriteByte(1);
                throw new InvalidDataException("Halfway.");
            }));

            Assert.Equal([0xC3, 0x84], File.ReadAllBytes(path));
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
