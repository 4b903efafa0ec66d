namespace MlNetFashion.Pipelines;

/// <summary>The cut of a garment with shoulders: what the five such classes share, each with its own spread. Lengths are pixels.</summary>
internal record struct TopCut
{
    /// <summary>Half the opening at the neck.</summary>
    public double Neck { get; set; }

    /// <summary>How deep it reaches.</summary>
    public double NeckDepth { get; set; }

    /// <summary>Half widths at shoulder, chest, waist and hem.</summary>
    public double Shoulder { get; set; }

    public double Chest { get; set; }

    public double Waist { get; set; }

    public double Hem { get; set; }

    /// <summary>Heights (0 is the middle of the picture, up is negative).</summary>
    public double Top { get; set; }

    public double WaistAt { get; set; }

    public double Bottom { get; set; }

    /// <summary>Length of the sleeve, 0 for none; how far it spreads for each pixel down; half widths at both ends.</summary>
    public double Sleeve { get; set; }

    public double SleeveSpread { get; set; }

    public double SleeveWidth { get; set; }

    public double CuffWidth { get; set; }

    /// <summary>Contrast of the details, 0 for details nobody can see.</summary>
    public double Detail { get; set; }

    /// <summary>A line down the front; with buttons; open, so that the inside shows.</summary>
    public bool Front { get; set; }

    public bool Buttons { get; set; }

    public bool Open { get; set; }

    public bool Collar { get; set; }

    /// <summary>Bands at hem and cuffs.</summary>
    public bool Bands { get; set; }

    public bool Hood { get; set; }

    public bool ChestPocket { get; set; }

    public bool SidePockets { get; set; }

    /// <summary>A picture on the chest.</summary>
    public bool Print { get; set; }
}
