/** A model that was built from the corpus and what people said. */
export interface ModelRecord {
	version: string;
	/** Who had it built. */
	actor: string;
	/** ISO 8601, UTC. */
	createdAt: string;
	/** Whether signals are judged by it now, and since when. */
	inUse: boolean;
	inUseSince: string | null;
	/** What it was built from and how it was tested, as its maker wrote it down. */
	report: Record<string, unknown>;
}

/** A model to keep. */
export interface NewModel {
	version: string;
	/** The text of the model file. */
	file: string;
	report: object;
	actor: string;
	/** Whether signals are judged by it from now on. */
	use: boolean;
}

/** The versions of the classifier's model. None in use means: the one that comes with the package. */
export interface ClassifierModels {
	/** Of the model in use; null when that is the package's own. */
	versionInUse(): Promise<string | null>;
	/** The text of a model file; undefined when there is no such version. */
	file(version: string): Promise<string | undefined>;
	/** Keeps a model. One that is there already stays as it is, and is only put in use when asked. */
	add(model: NewModel): Promise<ModelRecord>;
	/**
	 * Judges signals by this version from now on; null for the package's own.
	 * @throws RegisterError when there is no such version
	 */
	use(version: string | null): Promise<void>;
	/** Newest first. */
	list(): Promise<ModelRecord[]>;
}
