export declare const paleTexts: () => readonly string[];
export declare const overflows: () => boolean;
export declare const background: () => string;
export declare const decoded: (image: unknown) => Promise<string>;
export declare const topOf: (element: unknown) => number;
export declare const noteLive: () => void;
export declare const isThere: (element: unknown) => boolean;
export declare const isCut: (element: unknown) => boolean;
