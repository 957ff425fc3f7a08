"""The document-feature matrix of articles, and the keyness of the later half, with scikit-learn and numpy.

python3 keyness_sklearn.py articles.csv HALF ANSWER

The answer has the number of features and of words in each half; of cells that are not zero; and the 50 features of highest and lowest G².
"""

import numpy as np
from scipy.special import xlogy
from sklearn.feature_extraction.text import CountVectorizer

from articles import arguments, articles, write

source, half, answer = arguments(3)
bodies, later = [], []
for _, date, body in articles(source):
    bodies.append(body)
    later.append(date >= half)
vectorizer = CountVectorizer(token_pattern=r"(?u)\b\w+\b", dtype=np.int32)
matrix = vectorizer.fit_transform(bodies)
chosen = np.array(later)
a = np.asarray(matrix[chosen].sum(axis=0)).ravel().astype(float)
b = np.asarray(matrix[~chosen].sum(axis=0)).ravel().astype(float)
c, d = a.sum() - a, b.sum() - b
n = a.sum() + b.sum()
cells = ((a, a + b, a + c), (b, a + b, b + d), (c, c + d, a + c), (d, c + d, b + d))
g2 = 2 * sum(xlogy(o, o * n / (row * column)) for o, row, column in cells)
g2 = np.where(a * n < (a + b) * (a + c), -g2, g2)
names = vectorizer.get_feature_names_out()
order = np.lexsort((names, -g2))
rows = [["(all)", len(names), int(a.sum()), int(b.sum())],
        ["(cells)", matrix.nnz, int(matrix[chosen].nnz), int(matrix[~chosen].nnz)]]  # fmt: skip
rows += [[names[i], f"{g2[i]:.6f}", int(a[i]), int(b[i])] for i in [*order[:50], *order[-50:]]]
write(answer, ["feature", "g2", "later", "earlier"], rows)
