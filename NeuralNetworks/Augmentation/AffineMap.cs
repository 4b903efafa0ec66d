namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Where each pixel of the result is read from: (row, column) of the image = matrix * (row, column) of the result + offset, as in SciPy's
/// <c>affine_transform</c>.
/// </summary>
internal readonly record struct AffineMap(
    double RowFromRow, double RowFromColumn, double RowOffset, double ColumnFromRow, double ColumnFromColumn, double ColumnOffset)
{
    /// <summary>
    /// Keras's composition, rotation * shift * shear * zoom about the image's centre.
    /// </summary>
    /// <param name="rotation">Radians.</param>
    /// <param name="rowShift">Pixels along the height.</param>
    /// <param name="columnShift">Pixels along the width.</param>
    /// <param name="shear">Radians.</param>
    /// <param name="rowZoom">Factor along the height.</param>
    /// <param name="columnZoom">Factor along the width.</param>
    /// <param name="height">Of the image.</param>
    /// <param name="width">Of the image.</param>
    public static AffineMap Compose(
        double rotation, double rowShift, double columnShift, double shear, double rowZoom, double columnZoom, int height, int width)
    {
        var (sin, cos) = Math.SinCos(rotation);
        var (shearSin, shearCos) = Math.SinCos(shear);

        // [cos -sin; sin cos] * [1 -sin(shear); 0 cos(shear)] * diag(zoom); the shift is turned, but neither sheared nor zoomed.
        var a = cos * rowZoom;
        var b = (-cos * shearSin - sin * shearCos) * columnZoom;
        var c = sin * rowZoom;
        var d = (-sin * shearSin + cos * shearCos) * columnZoom;
        var rowOffset = cos * rowShift - sin * columnShift;
        var columnOffset = sin * rowShift + cos * columnShift;

        var centreRow = (height - 1) / 2.0;
        var centreColumn = (width - 1) / 2.0;
        return new AffineMap(
            a, b, rowOffset + centreRow - a * centreRow - b * centreColumn,
            c, d, columnOffset + centreColumn - c * centreRow - d * centreColumn);
    }
}
